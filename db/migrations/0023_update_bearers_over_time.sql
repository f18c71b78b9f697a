CREATE TABLE `update_bearer_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`server_id` text NOT NULL,
	`origin` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`supersedes` text,
	`bearer` text NOT NULL,
	`clause_key` text,
	`typed_clause` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `update_bearer_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "update_bearer_entry_origin_known" CHECK(origin in ('first', 'change', 'end')),
	CONSTRAINT "update_bearer_entry_bearer_known" CHECK(bearer in ('vendor', 'hospital', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `update_bearer_entry_as_of` ON `update_bearer_entry` (`server_id`,`effective_from`,`recorded_seq`);--> statement-breakpoint
CREATE INDEX `update_bearer_entry_by_hospital` ON `update_bearer_entry` (`hospital_id`,`recorded_seq`);--> statement-breakpoint
CREATE INDEX `update_bearer_entry_superseded` ON `update_bearer_entry` (`supersedes`);--> statement-breakpoint
-- Every server becomes entries: one for each time its bearer or its clause was recorded. No day was asked then, so each
-- counts in the place of the one before, from a beginning nobody knows.
-- What bearer and typed clause said then is the old value of their first later change (audit), else what the row says now. A
-- quoted clause was written down with what it became only: it is that of the last time the bearer was settled.
-- A server that an import made is known since the transaction that wrote it (same moment); one without any trace in
-- the log since the last transaction before its own moment.
INSERT INTO update_bearer_entry (id, hospital_id, server_id, origin, effective_from, recorded_seq, recorded_at, recorded_by,
    supersedes, bearer, clause_key, typed_clause)
  WITH told_first AS MATERIALIZED (
    SELECT a.record_id AS server_id, min(a.seq) AS seq FROM audit a WHERE a.noun = 'server' GROUP BY a.record_id
  ), imported AS MATERIALIZED (
    SELECT s.id AS server_id, max(a.seq) AS seq FROM import_made m JOIN server s ON s.id = m.record_id
      JOIN audit a ON a.hospital_id = m.hospital_id AND a.noun = 'importBatch' AND a.record_id = m.batch_id
      WHERE a.verb = 'import-rows' AND a.recorded_at = s.created_at GROUP BY s.id
  ), moments AS (
    SELECT a.hospital_id, a.record_id AS server_id, a.seq, a.verb, a.recorded_at, a.account_id
      FROM audit a JOIN server s ON s.id = a.record_id AND s.hospital_id = a.hospital_id
      WHERE a.noun = 'server' AND (a.verb IN ('register', 'settle-updates') OR (a.verb = 'revise'
        AND (json_type(a.change, '$.securityUpdateBearer') IS NOT NULL OR json_type(a.change, '$.securityUpdateClause') IS NOT NULL)))
    UNION ALL
    SELECT s.hospital_id, s.id, coalesce(i.seq, (SELECT a.seq FROM audit a NOT INDEXED WHERE a.seq < coalesce(f.seq, 9e18)
        AND a.hospital_id = s.hospital_id AND a.recorded_at <= s.created_at ORDER BY a.seq DESC LIMIT 1), 0),
      'register', s.created_at, (SELECT a.account_id FROM audit a WHERE a.seq = i.seq)
      FROM server s LEFT JOIN imported i ON i.server_id = s.id LEFT JOIN told_first f ON f.server_id = s.id
      WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.hospital_id = s.hospital_id AND a.noun = 'server'
        AND a.record_id = s.id AND a.verb = 'register')
  ), points AS MATERIALIZED (
    SELECT *, substr(server_id, 1, 15) || substr(lower(hex(randomblob(2))), 1, 3) || '-8' ||
      substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6))) AS id FROM moments
  ), chain AS (
    SELECT *, lag(id) OVER (PARTITION BY server_id ORDER BY seq) AS before FROM points
  )
  SELECT p.id, p.hospital_id, p.server_id, 'first', '1868-01-01', p.seq, p.recorded_at,
    (SELECT k.id FROM account k WHERE k.id = p.account_id),
    p.before,
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.securityUpdateBearer[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'server' AND a.record_id = p.server_id
        AND a.verb IN ('revise', 'settle-updates') AND a.seq > p.seq AND json_type(a.change, '$.securityUpdateBearer') IS NOT NULL
      UNION ALL SELECT 9e18, c.security_update_bearer) ORDER BY s LIMIT 1),
    (SELECT json_extract(a.change, '$.updateClauseKey[1]') FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'server' AND a.record_id = p.server_id
        AND a.verb = 'settle-updates' AND a.seq <= p.seq ORDER BY a.seq DESC LIMIT 1),
    coalesce((SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.securityUpdateClause[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'server' AND a.record_id = p.server_id
        AND a.verb = 'revise' AND a.seq > p.seq AND json_type(a.change, '$.securityUpdateClause') IS NOT NULL
      UNION ALL SELECT 9e18, c.security_update_clause) ORDER BY s LIMIT 1), '')
  FROM chain p JOIN server c ON c.id = p.server_id ORDER BY p.server_id, p.seq;
--> statement-breakpoint
CREATE TABLE `__new_server` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`system_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`os` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "server_kind_known" CHECK(kind in ('physical', 'virtual', 'cloud', 'pc', 'nas', 'backup', 'jump-host'))
);
--> statement-breakpoint
INSERT INTO `__new_server`("id", "hospital_id", "system_id", "name", "kind", "os", "note", "created_at", "archived_at", "version") SELECT "id", "hospital_id", "system_id", "name", "kind", "os", "note", "created_at", "archived_at", "version" FROM `server`;--> statement-breakpoint
DROP TABLE `server`;--> statement-breakpoint
ALTER TABLE `__new_server` RENAME TO `server`;--> statement-breakpoint
CREATE INDEX `server_by_system` ON `server` (`hospital_id`,`system_id`);