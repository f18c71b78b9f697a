CREATE TABLE `system_joint_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`joint_id` text NOT NULL,
	`origin` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`supersedes` text,
	`first_system_id` text NOT NULL,
	`second_system_id` text NOT NULL,
	`what` text NOT NULL,
	`party` text NOT NULL,
	`third_party_name` text NOT NULL,
	`emergency_party` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`joint_id`) REFERENCES `system_joint`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `system_joint_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "system_joint_entry_origin_known" CHECK(origin in ('first', 'change', 'end')),
	CONSTRAINT "system_joint_entry_party_known" CHECK(party in ('undecided', 'hospital', 'first-vendor', 'second-vendor', 'both-vendors', 'third-party')),
	CONSTRAINT "system_joint_entry_emergency_party_known" CHECK(emergency_party in ('undecided', 'hospital', 'first-vendor', 'second-vendor', 'both-vendors', 'third-party'))
);
--> statement-breakpoint
CREATE INDEX `system_joint_entry_as_of` ON `system_joint_entry` (`joint_id`,`effective_from`,`recorded_seq`);--> statement-breakpoint
CREATE INDEX `system_joint_entry_by_hospital` ON `system_joint_entry` (`hospital_id`,`recorded_seq`);--> statement-breakpoint
-- Every joint becomes entries: one for each time it was recorded. A change said no day, so it counts in the place of the one
-- before, from a beginning nobody knows; put away = over from that day on.
-- What a field said then is the old value of its first later change (audit), else what the row says now.
INSERT INTO system_joint_entry (id, hospital_id, joint_id, origin, effective_from, recorded_seq, recorded_at, recorded_by,
    supersedes, first_system_id, second_system_id, what, party, third_party_name, emergency_party, note)
  WITH moments AS (
    SELECT a.hospital_id, a.record_id AS thing_id, a.seq, a.verb, a.recorded_at, a.account_id
      FROM audit a JOIN system_joint k ON k.id = a.record_id AND k.hospital_id = a.hospital_id
      WHERE a.noun = 'systemJoint' AND a.verb IN ('register', 'revise', 'archive')
    UNION ALL
    SELECT k.hospital_id, k.id, 0, 'register', k.created_at, NULL FROM system_joint k
      WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'systemJoint' AND a.record_id = k.id)
    UNION ALL
    SELECT k.hospital_id, k.id, 1, 'archive', k.archived_at, NULL FROM system_joint k
      WHERE k.archived_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'systemJoint' AND a.record_id = k.id)
  ), points AS MATERIALIZED (
    SELECT *, substr(thing_id, 1, 15) || substr(lower(hex(randomblob(2))), 1, 3) || '-8' ||
      substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6))) AS id FROM moments
  ), held AS (
    SELECT p.id, p.hospital_id, p.thing_id, p.seq, p.verb, p.recorded_at,
      (SELECT k.id FROM account k WHERE k.id = p.account_id) AS account_id,
      CASE WHEN p.verb = 'archive' THEN NULL ELSE (SELECT q.id FROM points q
        WHERE q.thing_id = p.thing_id AND q.seq < p.seq ORDER BY q.seq DESC LIMIT 1) END AS supersedes,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.firstSystemId[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.firstSystemId') IS NOT NULL
      UNION ALL SELECT 9e18, c.first_system_id) ORDER BY s LIMIT 1) AS first_system_id,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.secondSystemId[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.secondSystemId') IS NOT NULL
      UNION ALL SELECT 9e18, c.second_system_id) ORDER BY s LIMIT 1) AS second_system_id,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.what[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.what') IS NOT NULL
      UNION ALL SELECT 9e18, c.what) ORDER BY s LIMIT 1) AS what,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.party[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.party') IS NOT NULL
      UNION ALL SELECT 9e18, c.party) ORDER BY s LIMIT 1) AS party,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.thirdPartyName[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.thirdPartyName') IS NOT NULL
      UNION ALL SELECT 9e18, c.third_party_name) ORDER BY s LIMIT 1) AS third_party_name,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.emergencyParty[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.emergencyParty') IS NOT NULL
      UNION ALL SELECT 9e18, c.emergency_party) ORDER BY s LIMIT 1) AS emergency_party,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.note[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'systemJoint' AND a.record_id = p.thing_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.note') IS NOT NULL
      UNION ALL SELECT 9e18, c.note) ORDER BY s LIMIT 1) AS note
    FROM points p JOIN system_joint c ON c.id = p.thing_id
  )
  SELECT id, hospital_id, thing_id,
    CASE WHEN verb = 'archive' THEN 'end' ELSE 'first' END,
    CASE WHEN verb = 'archive' THEN date(recorded_at, '+9 hours') ELSE '1868-01-01' END,
    seq, recorded_at, account_id, supersedes, first_system_id, second_system_id, what, party, third_party_name, emergency_party, note
  FROM held ORDER BY thing_id, seq;
--> statement-breakpoint
CREATE TABLE `__new_system_joint` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_system_joint`("id", "hospital_id", "created_at", "version") SELECT "id", "hospital_id", "created_at", "version" FROM `system_joint`;--> statement-breakpoint
DROP TABLE `system_joint`;--> statement-breakpoint
ALTER TABLE `__new_system_joint` RENAME TO `system_joint`;--> statement-breakpoint
CREATE INDEX `system_joint_by_hospital` ON `system_joint` (`hospital_id`);