CREATE TABLE `connection_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`origin` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`supersedes` text,
	`system_id` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`counterpart` text DEFAULT '' NOT NULL,
	`method` text NOT NULL,
	`opening` text NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`patch_bearer` text NOT NULL,
	`accounts` text NOT NULL,
	`account_count` integer,
	`second_factor` text NOT NULL,
	`second_factor_by` text,
	`source_limit` text NOT NULL,
	`source_note` text DEFAULT '' NOT NULL,
	`log_days` integer,
	`note` text DEFAULT '' NOT NULL,
	`basis` text DEFAULT '[]' NOT NULL,
	`confirmed_on` text,
	`confirmed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `connection_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "connection_entry_origin_known" CHECK(origin in ('first', 'change', 'end')),
	CONSTRAINT "connection_entry_purpose_known" CHECK(purpose in ('remote-maintenance', 'monitoring', 'data-exchange', 'service-use', 'other')),
	CONSTRAINT "connection_entry_method_known" CHECK(method in ('leased-line', 'ip-vpn', 'ipsec-ike', 'tls-client-certificate', 'ssl-vpn', 'remote-tool', 'mobile', 'dial-up', 'plain-internet', 'other', 'unclear')),
	CONSTRAINT "connection_entry_opening_known" CHECK(opening in ('always', 'on-demand', 'unclear')),
	CONSTRAINT "connection_entry_patch_bearer_known" CHECK(patch_bearer in ('vendor', 'hospital', 'third-party', 'unclear')),
	CONSTRAINT "connection_entry_accounts_known" CHECK(accounts in ('individual', 'shared', 'none', 'unclear')),
	CONSTRAINT "connection_entry_second_factor_known" CHECK(second_factor in ('in-use', 'planned', 'none', 'unclear')),
	CONSTRAINT "connection_entry_source_limit_known" CHECK(source_limit in ('limited', 'unlimited', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `connection_entry_as_of` ON `connection_entry` (`connection_id`,`effective_from`,`recorded_seq`);--> statement-breakpoint
CREATE INDEX `connection_entry_by_system` ON `connection_entry` (`hospital_id`,`system_id`);--> statement-breakpoint
CREATE TABLE `subcontractor_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`subcontractor_id` text NOT NULL,
	`origin` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`supersedes` text,
	`parent_id` text,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`work` text NOT NULL,
	`data_contact` text NOT NULL,
	`data_kinds` text DEFAULT '[]' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`certificates` text DEFAULT '[]' NOT NULL,
	`approved_on` text,
	`same_duty` text NOT NULL,
	`used_from` text,
	`used_to` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subcontractor_id`) REFERENCES `subcontractor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `subcontractor_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `subcontractor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subcontractor_entry_origin_known" CHECK(origin in ('first', 'change', 'end')),
	CONSTRAINT "subcontractor_entry_data_contact_known" CHECK(data_contact in ('none', 'possible', 'handled', 'unclear')),
	CONSTRAINT "subcontractor_entry_same_duty_known" CHECK(same_duty in ('yes', 'no', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `subcontractor_entry_as_of` ON `subcontractor_entry` (`subcontractor_id`,`effective_from`,`recorded_seq`);--> statement-breakpoint
ALTER TABLE `connection` ADD `entry_id` text;--> statement-breakpoint
ALTER TABLE `subcontractor` ADD `entry_id` text;
--> statement-breakpoint
-- Every subcontractor's row becomes entries: one for each time it was recorded. A change says no day, so it counts in the
-- place of the one before, from the first day of use; put away = over from that day on, taken back = it never was.
-- What a field said then is the old value of its first later change (audit), else what the row says now.
INSERT INTO subcontractor_entry (id, hospital_id, subcontractor_id, origin, effective_from, recorded_seq, recorded_at, recorded_by,
    supersedes, parent_id, name, address, work, data_contact, data_kinds, country, certificates, approved_on, same_duty, used_from, used_to, note)
  WITH moments AS (
    SELECT a.hospital_id, a.record_id AS thing_id, a.seq, a.verb, a.recorded_at, a.account_id
      FROM audit a JOIN subcontractor k ON k.id = a.record_id AND k.hospital_id = a.hospital_id
      WHERE a.noun = 'subcontractor' AND a.verb IN ('register', 'revise', 'archive', 'restore')
    UNION ALL
    SELECT k.hospital_id, k.id, 0, 'register', k.created_at, NULL FROM subcontractor k
      WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'subcontractor' AND a.record_id = k.id)
    UNION ALL
    SELECT k.hospital_id, k.id, 1, 'archive', k.archived_at, NULL FROM subcontractor k
      WHERE k.archived_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'subcontractor' AND a.record_id = k.id)
  ), points AS MATERIALIZED (
    SELECT *, substr(thing_id, 1, 15) || substr(lower(hex(randomblob(2))), 1, 3) || '-8' ||
      substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6))) AS id FROM moments
  ), held AS (
    SELECT p.id, p.hospital_id, p.thing_id, p.seq, p.verb, p.recorded_at,
      (SELECT k.id FROM account k WHERE k.id = p.account_id) AS account_id,
      CASE WHEN p.verb = 'archive' THEN NULL ELSE (SELECT q.id FROM points q
        WHERE q.thing_id = p.thing_id AND q.seq < p.seq ORDER BY q.seq DESC LIMIT 1) END AS supersedes,
      (SELECT date(q.recorded_at, '+9 hours') FROM points q WHERE q.thing_id = p.thing_id AND q.verb = 'archive'
        AND q.seq <= p.seq ORDER BY q.seq DESC LIMIT 1) AS since,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.parentId[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.parentId') IS NOT NULL
      UNION ALL SELECT 9e18, c.parent_id) ORDER BY s LIMIT 1) AS parent_id,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.name[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.name') IS NOT NULL
      UNION ALL SELECT 9e18, c.name) ORDER BY s LIMIT 1) AS name,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.address[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.address') IS NOT NULL
      UNION ALL SELECT 9e18, c.address) ORDER BY s LIMIT 1) AS address,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.work[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.work') IS NOT NULL
      UNION ALL SELECT 9e18, c.work) ORDER BY s LIMIT 1) AS work,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.dataContact[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.dataContact') IS NOT NULL
      UNION ALL SELECT 9e18, c.data_contact) ORDER BY s LIMIT 1) AS data_contact,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.dataKinds[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.dataKinds') IS NOT NULL
      UNION ALL SELECT 9e18, c.data_kinds) ORDER BY s LIMIT 1) AS data_kinds,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.country[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.country') IS NOT NULL
      UNION ALL SELECT 9e18, c.country) ORDER BY s LIMIT 1) AS country,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.certificates[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.certificates') IS NOT NULL
      UNION ALL SELECT 9e18, c.certificates) ORDER BY s LIMIT 1) AS certificates,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.approvedOn[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.approvedOn') IS NOT NULL
      UNION ALL SELECT 9e18, c.approved_on) ORDER BY s LIMIT 1) AS approved_on,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.sameDuty[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.sameDuty') IS NOT NULL
      UNION ALL SELECT 9e18, c.same_duty) ORDER BY s LIMIT 1) AS same_duty,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.usedFrom[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.usedFrom') IS NOT NULL
      UNION ALL SELECT 9e18, c.used_from) ORDER BY s LIMIT 1) AS used_from,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.usedTo[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.usedTo') IS NOT NULL
      UNION ALL SELECT 9e18, c.used_to) ORDER BY s LIMIT 1) AS used_to,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.note[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'subcontractor' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.note') IS NOT NULL
      UNION ALL SELECT 9e18, c.note) ORDER BY s LIMIT 1) AS note
    FROM points p JOIN subcontractor c ON c.id = p.thing_id
  )
  SELECT id, hospital_id, thing_id,
    CASE WHEN verb = 'archive' THEN 'end' WHEN since IS NULL THEN 'first' ELSE 'change' END,
    max(coalesce(since, '1868-01-01'), coalesce(used_from, '1868-01-01')),
    seq, recorded_at, account_id, supersedes, parent_id, name, address, work, data_contact, data_kinds, country, certificates, approved_on, same_duty, used_from, used_to, note
  FROM held ORDER BY thing_id, seq;
--> statement-breakpoint
-- The same for connections. Who confirmed is who recorded it then; the answers an earlier confirmation rested on were
-- overwritten and stay unknown.
INSERT INTO connection_entry (id, hospital_id, connection_id, origin, effective_from, recorded_seq, recorded_at, recorded_by,
    supersedes, system_id, name, purpose, counterpart, method, opening, device, patch_bearer, accounts, account_count, second_factor, second_factor_by, source_limit, source_note, log_days, note, confirmed_on, confirmed_by, basis)
  WITH moments AS (
    SELECT a.hospital_id, a.record_id AS thing_id, a.seq, a.verb, a.recorded_at, a.account_id
      FROM audit a JOIN connection k ON k.id = a.record_id AND k.hospital_id = a.hospital_id
      WHERE a.noun = 'connection' AND a.verb IN ('register', 'revise', 'archive', 'restore')
    UNION ALL
    SELECT k.hospital_id, k.id, 0, 'register', k.created_at, NULL FROM connection k
      WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'connection' AND a.record_id = k.id)
    UNION ALL
    SELECT k.hospital_id, k.id, 1, 'archive', k.archived_at, NULL FROM connection k
      WHERE k.archived_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'connection' AND a.record_id = k.id)
  ), points AS MATERIALIZED (
    SELECT *, substr(thing_id, 1, 15) || substr(lower(hex(randomblob(2))), 1, 3) || '-8' ||
      substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6))) AS id FROM moments
  ), held AS (
    SELECT p.id, p.hospital_id, p.thing_id, p.seq, p.verb, p.recorded_at,
      (SELECT k.id FROM account k WHERE k.id = p.account_id) AS account_id,
      CASE WHEN p.verb = 'archive' THEN NULL ELSE (SELECT q.id FROM points q
        WHERE q.thing_id = p.thing_id AND q.seq < p.seq ORDER BY q.seq DESC LIMIT 1) END AS supersedes,
      (SELECT date(q.recorded_at, '+9 hours') FROM points q WHERE q.thing_id = p.thing_id AND q.verb = 'archive'
        AND q.seq <= p.seq ORDER BY q.seq DESC LIMIT 1) AS since,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.systemId[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.systemId') IS NOT NULL
      UNION ALL SELECT 9e18, c.system_id) ORDER BY s LIMIT 1) AS system_id,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.name[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.name') IS NOT NULL
      UNION ALL SELECT 9e18, c.name) ORDER BY s LIMIT 1) AS name,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.purpose[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.purpose') IS NOT NULL
      UNION ALL SELECT 9e18, c.purpose) ORDER BY s LIMIT 1) AS purpose,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.counterpart[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.counterpart') IS NOT NULL
      UNION ALL SELECT 9e18, c.counterpart) ORDER BY s LIMIT 1) AS counterpart,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.method[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.method') IS NOT NULL
      UNION ALL SELECT 9e18, c.method) ORDER BY s LIMIT 1) AS method,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.opening[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.opening') IS NOT NULL
      UNION ALL SELECT 9e18, c.opening) ORDER BY s LIMIT 1) AS opening,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.device[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.device') IS NOT NULL
      UNION ALL SELECT 9e18, c.device) ORDER BY s LIMIT 1) AS device,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.patchBearer[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.patchBearer') IS NOT NULL
      UNION ALL SELECT 9e18, c.patch_bearer) ORDER BY s LIMIT 1) AS patch_bearer,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.accounts[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.accounts') IS NOT NULL
      UNION ALL SELECT 9e18, c.accounts) ORDER BY s LIMIT 1) AS accounts,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.accountCount[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.accountCount') IS NOT NULL
      UNION ALL SELECT 9e18, c.account_count) ORDER BY s LIMIT 1) AS account_count,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.secondFactor[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.secondFactor') IS NOT NULL
      UNION ALL SELECT 9e18, c.second_factor) ORDER BY s LIMIT 1) AS second_factor,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.secondFactorBy[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.secondFactorBy') IS NOT NULL
      UNION ALL SELECT 9e18, c.second_factor_by) ORDER BY s LIMIT 1) AS second_factor_by,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.sourceLimit[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.sourceLimit') IS NOT NULL
      UNION ALL SELECT 9e18, c.source_limit) ORDER BY s LIMIT 1) AS source_limit,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.sourceNote[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.sourceNote') IS NOT NULL
      UNION ALL SELECT 9e18, c.source_note) ORDER BY s LIMIT 1) AS source_note,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.logDays[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.logDays') IS NOT NULL
      UNION ALL SELECT 9e18, c.log_days) ORDER BY s LIMIT 1) AS log_days,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.note[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.note') IS NOT NULL
      UNION ALL SELECT 9e18, c.note) ORDER BY s LIMIT 1) AS note,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.confirmedOn[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'connection' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.confirmedOn') IS NOT NULL
      UNION ALL SELECT 9e18, c.confirmed_on) ORDER BY s LIMIT 1) AS confirmed_on,
      CASE WHEN EXISTS (SELECT 1 FROM points q WHERE q.thing_id = p.thing_id AND q.seq > p.seq AND q.verb = 'revise')
        THEN (SELECT (SELECT k.id FROM account k WHERE k.id = q.account_id) FROM points q
          WHERE q.thing_id = p.thing_id AND q.seq <= p.seq AND q.verb IN ('register', 'revise') ORDER BY q.seq DESC LIMIT 1)
        ELSE c.confirmed_by END AS confirmed,
      CASE WHEN EXISTS (SELECT 1 FROM points q WHERE q.thing_id = p.thing_id AND q.seq > p.seq AND q.verb = 'revise')
        THEN '[]' ELSE c.basis END AS answers
    FROM points p JOIN connection c ON c.id = p.thing_id
  )
  SELECT id, hospital_id, thing_id,
    CASE WHEN verb = 'archive' THEN 'end' WHEN since IS NULL THEN 'first' ELSE 'change' END,
    max(coalesce(since, '1868-01-01'), '1868-01-01'),
    seq, recorded_at, account_id, supersedes, system_id, name, purpose, counterpart, method, opening, device, patch_bearer, accounts, account_count, second_factor, second_factor_by, source_limit, source_note, log_days, note, confirmed_on,
    CASE WHEN confirmed_on IS NULL THEN NULL ELSE confirmed END, answers
  FROM held ORDER BY thing_id, seq;
--> statement-breakpoint
UPDATE subcontractor SET entry_id = (SELECT e.id FROM subcontractor_entry e WHERE e.subcontractor_id = subcontractor.id
  ORDER BY e.recorded_seq DESC LIMIT 1);
--> statement-breakpoint
UPDATE connection SET entry_id = (SELECT e.id FROM connection_entry e WHERE e.connection_id = connection.id
  ORDER BY e.recorded_seq DESC LIMIT 1);
