CREATE TABLE `connection` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
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
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "connection_purpose_known" CHECK(purpose in ('remote-maintenance', 'monitoring', 'data-exchange', 'service-use', 'other')),
	CONSTRAINT "connection_method_known" CHECK(method in ('leased-line', 'ip-vpn', 'ipsec-ike', 'tls-client-certificate', 'ssl-vpn', 'remote-tool', 'mobile', 'dial-up', 'plain-internet', 'other', 'unclear')),
	CONSTRAINT "connection_opening_known" CHECK(opening in ('always', 'on-demand', 'unclear')),
	CONSTRAINT "connection_patch_bearer_known" CHECK(patch_bearer in ('vendor', 'hospital', 'third-party', 'unclear')),
	CONSTRAINT "connection_accounts_known" CHECK(accounts in ('individual', 'shared', 'none', 'unclear')),
	CONSTRAINT "connection_second_factor_known" CHECK(second_factor in ('in-use', 'planned', 'none', 'unclear')),
	CONSTRAINT "connection_source_limit_known" CHECK(source_limit in ('limited', 'unlimited', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `connection_by_system` ON `connection` (`hospital_id`,`system_id`);--> statement-breakpoint
CREATE TABLE `contract_clause` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`key` text NOT NULL,
	`revision_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`quote` text NOT NULL,
	`document_id` text,
	`page` integer,
	`is_repealed` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`supersedes` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `contract_revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `contract_document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `contract_clause`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_clause_kind_known" CHECK(kind in ('security-update', 'incident-notice', 'audit-right', 'subcontracting', 'return-erasure', 'remote-maintenance', 'backup', 'fee', 'term-and-renewal', 'liability', 'confidentiality', 'other'))
);
--> statement-breakpoint
CREATE INDEX `contract_clause_by_contract` ON `contract_clause` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `contract_document` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`original_file_id` text NOT NULL,
	`page_count` integer,
	`dated_on` text,
	`note` text DEFAULT '' NOT NULL,
	`recorded_seq` integer NOT NULL,
	`filed_at` text NOT NULL,
	`filed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_document_kind_known" CHECK(kind in ('original', 'memorandum', 'terms-of-service', 'sla', 'role-sheet', 'quotation', 'notice', 'other'))
);
--> statement-breakpoint
CREATE INDEX `contract_document_by_contract` ON `contract_document` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `contract_document_withdrawal` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`document_id` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `contract_document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_document_withdrawal_once` ON `contract_document_withdrawal` (`document_id`);--> statement-breakpoint
CREATE TABLE `contract_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`origin` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`supersedes` text,
	`reason` text DEFAULT '' NOT NULL,
	`source_number` text DEFAULT '' NOT NULL,
	`source_title` text DEFAULT '' NOT NULL,
	`source_signed_on` text,
	`document_id` text,
	`vendor_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`signed_on` text,
	`in_force_from` text,
	`in_force_to` text,
	`renewal` text NOT NULL,
	`renewal_months` integer,
	`notice_months` integer,
	`notice_days` integer,
	`hospital_label` text NOT NULL,
	`vendor_label` text NOT NULL,
	`third_parties` text DEFAULT '[]' NOT NULL,
	`fee_lines` text DEFAULT '[]' NOT NULL,
	`system_ids` text DEFAULT '[]' NOT NULL,
	`server_scope` text NOT NULL,
	`server_ids` text DEFAULT '[]' NOT NULL,
	`subcontracting` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `contract_revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `contract_document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_revision_origin_known" CHECK(origin in ('first', 'amendment', 'renewal')),
	CONSTRAINT "contract_revision_kind_known" CHECK(kind in ('sale', 'maintenance', 'use', 'lease', 'rental', 'outsourcing')),
	CONSTRAINT "contract_revision_renewal_known" CHECK(renewal in ('automatic', 'none', 'unclear')),
	CONSTRAINT "contract_revision_server_scope_known" CHECK(server_scope in ('all', 'listed', 'unclear')),
	CONSTRAINT "contract_revision_subcontracting_known" CHECK(subcontracting in ('forbidden', 'prior-consent', 'listed', 'report-after', 'free', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `contract_revision_by_contract` ON `contract_revision` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `hospital_name` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`effective_from` text NOT NULL,
	`successor_vendor_id` text,
	`note` text DEFAULT '' NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`supersedes` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `hospital_name`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hospital_name_kind_known" CHECK(kind in ('first', 'renamed', 'merger', 'transfer'))
);
--> statement-breakpoint
CREATE INDEX `hospital_name_by_hospital` ON `hospital_name` (`hospital_id`);--> statement-breakpoint
CREATE TABLE `server_declaration` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`declared_on` text NOT NULL,
	`server_count` integer NOT NULL,
	`system_count` integer NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`recorded_seq` integer NOT NULL,
	`declared_at` text NOT NULL,
	`declared_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `server_declaration_by_hospital` ON `server_declaration` (`hospital_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `subcontractor` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
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
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `subcontractor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subcontractor_data_contact_known" CHECK(data_contact in ('none', 'possible', 'handled', 'unclear')),
	CONSTRAINT "subcontractor_same_duty_known" CHECK(same_duty in ('yes', 'no', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `subcontractor_by_contract` ON `subcontractor` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `vendor_name` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`effective_from` text NOT NULL,
	`successor_vendor_id` text,
	`note` text DEFAULT '' NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`supersedes` text,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `vendor_name`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vendor_name_kind_known" CHECK(kind in ('first', 'renamed', 'merger', 'transfer'))
);
--> statement-breakpoint
CREATE INDEX `vendor_name_by_vendor` ON `vendor_name` (`group_id`,`vendor_id`);--> statement-breakpoint
ALTER TABLE `contract` ADD `terms_revision_id` text;--> statement-breakpoint
ALTER TABLE `server` ADD `update_clause_key` text;
--> statement-breakpoint
-- Every contract's terms become revisions: one for each time they were recorded, each superseding the one before.
-- What a field said then is the old value of its first later change (audit), else what the contract says now.
INSERT INTO contract_revision (id, hospital_id, contract_id, origin, effective_from, recorded_seq, recorded_at, recorded_by,
    supersedes, vendor_id, title, kind, signed_on, in_force_from, in_force_to, renewal, notice_days, hospital_label,
    vendor_label, system_ids, server_scope, subcontracting)
  WITH moments AS (
    SELECT r.hospital_id, r.contract_id, r.recorded_seq AS seq, r.id AS id FROM contract_period r
    UNION ALL
    SELECT a.hospital_id, a.record_id, a.seq, NULL FROM audit a JOIN contract k ON k.id = a.record_id
      WHERE a.noun = 'contract' AND (a.verb IN ('register', 'cover-systems') OR (a.verb = 'revise' AND (json_type(a.change, '$.vendorId') IS NOT NULL OR json_type(a.change, '$.title') IS NOT NULL OR json_type(a.change, '$.kind') IS NOT NULL OR json_type(a.change, '$.signedOn') IS NOT NULL OR json_type(a.change, '$.renewal') IS NOT NULL OR json_type(a.change, '$.noticeDays') IS NOT NULL OR json_type(a.change, '$.hospitalLabel') IS NOT NULL OR json_type(a.change, '$.vendorLabel') IS NOT NULL)))
    UNION ALL
    SELECT k.hospital_id, k.id, 0, NULL FROM contract k
      WHERE NOT EXISTS (SELECT 1 FROM contract_period r WHERE r.contract_id = k.id)
        AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.noun = 'contract' AND a.record_id = k.id)
  ), points AS (
    SELECT hospital_id, contract_id, seq,
      coalesce(max(id), substr(contract_id, 1, 15) || substr(lower(hex(randomblob(2))), 1, 3) || '-8' ||
        substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6)))) AS id
      FROM moments GROUP BY hospital_id, contract_id, seq
  ), chained AS MATERIALIZED (SELECT * FROM points)
  SELECT p.id, p.hospital_id, p.contract_id, 'first', (SELECT v FROM (SELECT r.recorded_seq AS s, r.effective_from AS v FROM contract_period r
      WHERE r.contract_id = p.contract_id AND r.recorded_seq <= p.seq
      UNION ALL SELECT -1, coalesce(c.in_force_from, '1868-01-01')) ORDER BY s DESC LIMIT 1), p.seq,
    coalesce((SELECT a.recorded_at FROM audit a WHERE a.seq = p.seq), c.created_at),
    (SELECT a.account_id FROM audit a JOIN account k ON k.id = a.account_id WHERE a.seq = p.seq),
    (SELECT q.id FROM chained q WHERE q.contract_id = p.contract_id AND q.seq < p.seq ORDER BY q.seq DESC LIMIT 1),
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.vendorId[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.vendorId') IS NOT NULL
      UNION ALL SELECT 9e18, c.vendor_id) ORDER BY s LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.title[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.title') IS NOT NULL
      UNION ALL SELECT 9e18, c.title) ORDER BY s LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.kind[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.kind') IS NOT NULL
      UNION ALL SELECT 9e18, c.kind) ORDER BY s LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.signedOn[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.signedOn') IS NOT NULL
      UNION ALL SELECT 9e18, c.signed_on) ORDER BY s LIMIT 1),
    (SELECT v FROM (SELECT r.recorded_seq AS s, r.in_force_from AS v FROM contract_period r
      WHERE r.contract_id = p.contract_id AND r.recorded_seq <= p.seq
      UNION ALL SELECT -1, c.in_force_from) ORDER BY s DESC LIMIT 1), (SELECT v FROM (SELECT r.recorded_seq AS s, r.in_force_to AS v FROM contract_period r
      WHERE r.contract_id = p.contract_id AND r.recorded_seq <= p.seq
      UNION ALL SELECT -1, c.in_force_to) ORDER BY s DESC LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.renewal[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.renewal') IS NOT NULL
      UNION ALL SELECT 9e18, c.renewal) ORDER BY s LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.noticeDays[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.noticeDays') IS NOT NULL
      UNION ALL SELECT 9e18, c.notice_days) ORDER BY s LIMIT 1),
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.hospitalLabel[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.hospitalLabel') IS NOT NULL
      UNION ALL SELECT 9e18, c.hospital_label) ORDER BY s LIMIT 1), (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.vendorLabel[0]') AS v FROM audit a
      WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id AND a.verb = 'revise'
        AND a.seq > p.seq AND json_type(a.change, '$.vendorLabel') IS NOT NULL
      UNION ALL SELECT 9e18, c.vendor_label) ORDER BY s LIMIT 1),
    (SELECT v FROM (SELECT a.seq AS s, json_extract(a.change, '$.systems[1]') AS v FROM audit a
        WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract' AND a.record_id = p.contract_id
          AND a.verb = 'cover-systems' AND a.seq <= p.seq
      UNION ALL SELECT -1, CASE
        WHEN EXISTS (SELECT 1 FROM audit a WHERE a.hospital_id = p.hospital_id AND a.noun = 'contract'
          AND a.record_id = p.contract_id AND a.verb = 'cover-systems') THEN '[]'
        ELSE (SELECT json_group_array(l.system_id) FROM contract_system l WHERE l.contract_id = p.contract_id) END)
      ORDER BY s DESC LIMIT 1),
    'unclear', 'unclear'
  FROM chained p JOIN contract c ON c.id = p.contract_id
  ORDER BY p.contract_id, p.seq;
--> statement-breakpoint
UPDATE contract SET terms_revision_id = (SELECT r.id FROM contract_revision r WHERE r.contract_id = contract.id
  ORDER BY r.recorded_seq DESC LIMIT 1);
