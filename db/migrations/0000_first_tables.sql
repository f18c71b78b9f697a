CREATE TABLE `clause_confirmation` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`guideline` text NOT NULL,
	`requirement` text NOT NULL,
	`evidence` text NOT NULL,
	`confirmed_at` text NOT NULL,
	`confirmed_by` text,
	`recorded_seq` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clause_confirmation_once` ON `clause_confirmation` (`group_id`,`guideline`,`requirement`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`product_version_id` text NOT NULL,
	`form` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`guideline` text NOT NULL,
	`requirement` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`measure` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`likelihood` text,
	`impact` text,
	`accepted_by` text NOT NULL,
	`inspection_text` text NOT NULL,
	`basis` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`decided_at` text NOT NULL,
	`decided_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_kind_known" CHECK(kind in ('vendor-fix', 'hospital-control', 'contract-term', 'accept-risk', 'not-applicable')),
	CONSTRAINT "decision_form_known" CHECK(form in ('MDS', 'SDS', 'in-house-product', 'in-house-service'))
);
--> statement-breakpoint
CREATE INDEX `decision_series` ON `decision` (`hospital_id`,`product_version_id`,`form`,`guideline`,`requirement`);--> statement-breakpoint
CREATE UNIQUE INDEX `decision_supersedes_once` ON `decision` (`supersedes`);--> statement-breakpoint
CREATE TABLE `decision_closing` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`reason` text NOT NULL,
	`closed_on` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`closed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_closing_once` ON `decision_closing` (`decision_id`);--> statement-breakpoint
CREATE TABLE `blob_chunk` (
	`group_id` text NOT NULL,
	`sha256` text NOT NULL,
	`ordinal` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`group_id`, `sha256`, `ordinal`),
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disclosure` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`product_version_id` text NOT NULL,
	`form` text NOT NULL,
	`form_version` text NOT NULL,
	`issued_on` text NOT NULL,
	`original_file_id` text NOT NULL,
	`intake_id` text,
	`sheet` text NOT NULL,
	`read_header` text NOT NULL,
	`yes_count` integer NOT NULL,
	`no_count` integer NOT NULL,
	`not_applicable_count` integer NOT NULL,
	`blank_count` integer NOT NULL,
	`unclear_count` integer NOT NULL,
	`unread_count` integer NOT NULL,
	`recorded_seq` integer NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intake_id`) REFERENCES `intake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disclosure_form_known" CHECK(form in ('MDS', 'SDS', 'in-house-product', 'in-house-service'))
);
--> statement-breakpoint
CREATE INDEX `disclosure_series` ON `disclosure` (`hospital_id`,`product_version_id`,`form`,`issued_on`);--> statement-breakpoint
CREATE INDEX `disclosure_newest` ON `disclosure` (`hospital_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `disclosure_answer` (
	`hospital_id` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`no` text NOT NULL,
	`section` text NOT NULL,
	`question` text NOT NULL,
	`clauses` text NOT NULL,
	`answer` text NOT NULL,
	`remark` text NOT NULL,
	`cell` text NOT NULL,
	`read_answer` text NOT NULL,
	`read_remark` text NOT NULL,
	`read_reason` text,
	`set_by` text,
	`set_at` text,
	`set_reason` text,
	PRIMARY KEY(`disclosure_id`, `ordinal`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disclosure_answer_answer_known" CHECK(answer in ('yes', 'no', 'not-applicable', 'blank', 'conflict', 'unclear'))
);
--> statement-breakpoint
CREATE TABLE `disclosure_unread` (
	`hospital_id` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`cell` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`disclosure_id`, `cell`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disclosure_withdrawal` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disclosure_withdrawal_once` ON `disclosure_withdrawal` (`disclosure_id`);--> statement-breakpoint
CREATE TABLE `intake` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`original_file_id` text NOT NULL,
	`state` text NOT NULL,
	`summary` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "intake_state_known" CHECK(state in ('review', 'saved', 'discarded'))
);
--> statement-breakpoint
CREATE INDEX `intake_by_hospital` ON `intake` (`hospital_id`,`state`);--> statement-breakpoint
CREATE TABLE `intake_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`intake_id` text NOT NULL,
	`form_index` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`answer` text NOT NULL,
	`remark` text NOT NULL,
	`reason` text NOT NULL,
	`set_by` text,
	`set_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intake_id`) REFERENCES `intake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "intake_correction_answer_known" CHECK(answer in ('yes', 'no', 'not-applicable', 'blank', 'conflict', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `intake_correction_by_intake` ON `intake_correction` (`hospital_id`,`intake_id`);--> statement-breakpoint
CREATE TABLE `intake_reading` (
	`intake_id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`reading` text NOT NULL,
	FOREIGN KEY (`intake_id`) REFERENCES `intake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `original_file` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `original_file_by_hash` ON `original_file` (`group_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`sign_in_name` text NOT NULL,
	`name` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`password_hash` text NOT NULL,
	`language` text DEFAULT 'ja' NOT NULL,
	`salt` text NOT NULL,
	`disabled_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_language_known" CHECK(language in ('ja', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_sign_in_name` ON `account` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hospital_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`account_id` text,
	`via` text NOT NULL,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_record` ON `audit` (`hospital_id`,`noun`,`record_id`);--> statement-breakpoint
CREATE TABLE `hospital` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`beds` integer,
	`address` text DEFAULT '' NOT NULL,
	`representative` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hospital_by_group` ON `hospital` (`group_id`);--> statement-breakpoint
CREATE TABLE `hospital_group` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role_known" CHECK(role in ('admin', 'editor', 'viewer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_once` ON `membership` (`hospital_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_account` ON `session` (`account_id`);--> statement-breakpoint
CREATE TABLE `contract` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`signed_on` text,
	`in_force_from` text,
	`in_force_to` text,
	`renewal` text NOT NULL,
	`notice_days` integer,
	`hospital_label` text NOT NULL,
	`vendor_label` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_kind_known" CHECK(kind in ('sale', 'maintenance', 'use', 'lease', 'rental', 'outsourcing')),
	CONSTRAINT "contract_renewal_known" CHECK(renewal in ('automatic', 'none', 'unclear'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_number_once` ON `contract` (`hospital_id`,`number`);--> statement-breakpoint
CREATE INDEX `contract_by_vendor` ON `contract` (`hospital_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `contract_period` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`effective_from` text NOT NULL,
	`in_force_from` text,
	`in_force_to` text,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contract_period_by_contract` ON `contract_period` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `contract_system` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`system_id` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_system_once` ON `contract_system` (`contract_id`,`system_id`);--> statement-breakpoint
CREATE INDEX `contract_system_by_system` ON `contract_system` (`hospital_id`,`system_id`);--> statement-breakpoint
CREATE TABLE `product` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_kind_known" CHECK(kind in ('product', 'service'))
);
--> statement-breakpoint
CREATE INDEX `product_by_vendor` ON `product` (`group_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `product_version` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`product_id` text NOT NULL,
	`label` text NOT NULL,
	`released_on` text,
	`support_ends_on` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_version_once` ON `product_version` (`group_id`,`product_id`,`label`);--> statement-breakpoint
CREATE TABLE `server` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`system_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`os` text DEFAULT '' NOT NULL,
	`security_update_bearer` text NOT NULL,
	`security_update_clause` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "server_kind_known" CHECK(kind in ('physical', 'virtual', 'cloud', 'pc', 'nas', 'backup', 'jump-host')),
	CONSTRAINT "server_security_update_bearer_known" CHECK(security_update_bearer in ('vendor', 'hospital', 'unclear'))
);
--> statement-breakpoint
CREATE INDEX `server_by_system` ON `server` (`hospital_id`,`system_id`);--> statement-breakpoint
CREATE TABLE `system` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`name` text NOT NULL,
	`product_version_id` text NOT NULL,
	`category` text NOT NULL,
	`form` text NOT NULL,
	`site` text DEFAULT '' NOT NULL,
	`criticality` text NOT NULL,
	`data_kinds` text DEFAULT '[]' NOT NULL,
	`data_place` text DEFAULT '' NOT NULL,
	`in_use_from` text,
	`in_use_to` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "system_category_known" CHECK(category in ('record', 'claims', 'imaging', 'laboratory', 'pharmacy', 'nursing', 'rehabilitation', 'dialysis', 'endoscopy', 'reservation', 'regional-link', 'device', 'network', 'backup', 'other')),
	CONSTRAINT "system_form_known" CHECK(form in ('on-premise', 'cloud', 'mixed')),
	CONSTRAINT "system_criticality_known" CHECK(criticality in ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE INDEX `system_by_hospital` ON `system` (`hospital_id`,`name`);--> statement-breakpoint
CREATE INDEX `system_by_product_version` ON `system` (`hospital_id`,`product_version_id`);--> statement-breakpoint
CREATE TABLE `vendor` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`name_kana` text DEFAULT '' NOT NULL,
	`corporate_number` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vendor_by_group` ON `vendor` (`group_id`,`name`);--> statement-breakpoint
CREATE TABLE `vendor_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`name` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`role` text NOT NULL,
	`hours` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`mail` text DEFAULT '' NOT NULL,
	`deputy_name` text DEFAULT '' NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vendor_contact_role_known" CHECK(role in ('sales', 'support', 'security', 'maintenance', 'emergency', 'other')),
	CONSTRAINT "vendor_contact_hours_known" CHECK(hours in ('day', 'night', 'always'))
);
--> statement-breakpoint
CREATE INDEX `vendor_contact_by_vendor` ON `vendor_contact` (`group_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `paper` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`template` text NOT NULL,
	`audience` text NOT NULL,
	`printed_no` text NOT NULL,
	`title` text NOT NULL,
	`issue_no` integer NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`page_count` integer NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `paper_draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `paper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paper_audience_known" CHECK(audience in ('contract', 'internal'))
);
--> statement-breakpoint
CREATE INDEX `paper_by_contract` ON `paper` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE INDEX `paper_newest` ON `paper` (`hospital_id`,`issued_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `paper_issue_no` ON `paper` (`draft_id`,`issue_no`);--> statement-breakpoint
CREATE TABLE `paper_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`template` text NOT NULL,
	`printed_no` text NOT NULL,
	`date_style` text NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_draft_by_contract` ON `paper_draft` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `paper_snapshot` (
	`paper_id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`snapshot` text NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `paper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`title` text NOT NULL,
	`form` text NOT NULL,
	`round_on` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_sheet_by_contract` ON `role_sheet` (`hospital_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `role_sheet_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`revision_no` integer NOT NULL,
	`title` text NOT NULL,
	`form` text NOT NULL,
	`round_on` text,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`note` text NOT NULL,
	`agreed_at` text NOT NULL,
	`agreed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `role_sheet_revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_sheet_revision_no` ON `role_sheet_revision` (`role_sheet_id`,`revision_no`);--> statement-breakpoint
CREATE INDEX `role_sheet_revision_by_contract` ON `role_sheet_revision` (`hospital_id`,`contract_id`,`effective_from`);--> statement-breakpoint
CREATE TABLE `role_sheet_revision_row` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`row_key` text NOT NULL,
	`item_key` text,
	`part` integer NOT NULL,
	`group_name` text NOT NULL,
	`no` text NOT NULL,
	`label` text NOT NULL,
	`content` text NOT NULL,
	`first_check` text NOT NULL,
	`first_check_on` text,
	`completed_on` text,
	`party` text NOT NULL,
	`third_party_name` text NOT NULL,
	`what` text NOT NULL,
	`cost` text NOT NULL,
	`deadline` text NOT NULL,
	`clause` text NOT NULL,
	`remark` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `role_sheet_revision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_sheet_revision_row_party_known" CHECK(party in ('hospital', 'vendor', 'both', 'third-party', 'undecided')),
	CONSTRAINT "role_sheet_revision_row_first_check_known" CHECK(first_check in ('', 'yes', 'no')),
	CONSTRAINT "role_sheet_revision_row_cost_known" CHECK(cost in ('', 'included', 'separate', 'negotiate', 'none'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_sheet_revision_row_key` ON `role_sheet_revision_row` (`revision_id`,`row_key`);--> statement-breakpoint
CREATE TABLE `role_sheet_row` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`row_key` text NOT NULL,
	`item_key` text,
	`part` integer NOT NULL,
	`group_name` text NOT NULL,
	`no` text NOT NULL,
	`label` text NOT NULL,
	`content` text NOT NULL,
	`first_check` text NOT NULL,
	`first_check_on` text,
	`completed_on` text,
	`party` text NOT NULL,
	`third_party_name` text NOT NULL,
	`what` text NOT NULL,
	`cost` text NOT NULL,
	`deadline` text NOT NULL,
	`clause` text NOT NULL,
	`remark` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_sheet_row_party_known" CHECK(party in ('hospital', 'vendor', 'both', 'third-party', 'undecided')),
	CONSTRAINT "role_sheet_row_first_check_known" CHECK(first_check in ('', 'yes', 'no')),
	CONSTRAINT "role_sheet_row_cost_known" CHECK(cost in ('', 'included', 'separate', 'negotiate', 'none'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_sheet_row_key` ON `role_sheet_row` (`role_sheet_id`,`row_key`);--> statement-breakpoint
CREATE INDEX `role_sheet_row_by_sheet` ON `role_sheet_row` (`hospital_id`,`role_sheet_id`,`ordinal`);