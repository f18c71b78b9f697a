CREATE TABLE `catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`body_sha256` text NOT NULL,
	`original_file_id` text,
	`source_sha256` text,
	`recorded_seq` integer NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "catalogue_kind_known" CHECK(kind in ('questionnaire', 'checklist', 'role-sheet', 'guideline', 'item-set', 'crosswalk', 'mapping'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_once` ON `catalogue` (`group_id`,`ref`);--> statement-breakpoint
CREATE TABLE `catalogue_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`original_file_id` text,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "catalogue_draft_kind_known" CHECK(kind in ('questionnaire', 'checklist', 'role-sheet', 'guideline', 'item-set', 'crosswalk', 'mapping')),
	CONSTRAINT "catalogue_draft_state_known" CHECK(state in ('draft', 'published', 'discarded'))
);
--> statement-breakpoint
CREATE INDEX `catalogue_draft_by_group` ON `catalogue_draft` (`group_id`,`state`);--> statement-breakpoint
CREATE TABLE `reading_recipe` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`vendor_id` text,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reading_recipe_by_group` ON `reading_recipe` (`group_id`,`name`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`original_file_id` text NOT NULL,
	`sheet` text NOT NULL,
	`header_row` integer NOT NULL,
	`columns` text NOT NULL,
	`settings` text DEFAULT '{}' NOT NULL,
	`state` text NOT NULL,
	`row_count` integer NOT NULL,
	`done_count` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_batch_state_known" CHECK(state in ('draft', 'running', 'done', 'stopped', 'taken-back'))
);
--> statement-breakpoint
CREATE INDEX `import_batch_by_hospital` ON `import_batch` (`hospital_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `import_made` (
	`hospital_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`row` integer NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`batch_id`, `ordinal`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_made_by_record` ON `import_made` (`record_id`);--> statement-breakpoint
CREATE TABLE `import_row` (
	`hospital_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`outcome` text NOT NULL,
	`choices` text DEFAULT '{}' NOT NULL,
	`problems` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`batch_id`, `row`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_row_outcome_known" CHECK(outcome in ('pending', 'created', 'known', 'left-out', 'failed'))
);
--> statement-breakpoint
CREATE TABLE `hospital_setting` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`digest_to` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hospital_setting_once` ON `hospital_setting` (`hospital_id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`kind` text NOT NULL,
	`request_id` text,
	`contact_id` text,
	`account_id` text,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`once` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_problem` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`not_before` text NOT NULL,
	`taken_at` text,
	`left_at` text,
	`message_id` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_kind_known" CHECK(kind in ('request', 'reminder', 'code', 'receipt', 'returned', 'digest')),
	CONSTRAINT "mail_state_known" CHECK(state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'handed-over', 'void'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_once` ON `mail` (`hospital_id`,`once`);--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `mail_by_request` ON `mail` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `mail_wording` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_wording_kind_known" CHECK(kind in ('request', 'reminder', 'code', 'receipt', 'returned', 'digest'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_wording_once` ON `mail_wording` (`hospital_id`,`kind`);--> statement-breakpoint
CREATE TABLE `scheduler_mark` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`name` text NOT NULL,
	`done_through` text NOT NULL,
	`done_seq` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheduler_mark_once` ON `scheduler_mark` (`hospital_id`,`name`);--> statement-breakpoint
CREATE TABLE `product_document` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`product_id` text NOT NULL,
	`kind` text NOT NULL,
	`original_file_id` text NOT NULL,
	`note` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`filed_at` text NOT NULL,
	`filed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_document_kind_known" CHECK(kind in ('mds2', 'service-spec', 'other'))
);
--> statement-breakpoint
CREATE INDEX `product_document_by_product` ON `product_document` (`hospital_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`round_id` text NOT NULL,
	`kind` text NOT NULL,
	`vendor_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`product_version_id` text,
	`contract_id` text,
	`system_ids` text DEFAULT '[]' NOT NULL,
	`catalogue_ref` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`disclosure_id` text,
	`created_at` text NOT NULL,
	`created_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `request_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_kind_known" CHECK(kind in ('disclosure', 'checklist', 'role-sheet')),
	CONSTRAINT "request_state_known" CHECK(state in ('waiting', 'opened', 'submitted', 'returned', 'accepted', 'refused', 'revoked'))
);
--> statement-breakpoint
CREATE INDEX `request_by_hospital` ON `request` (`hospital_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `request_by_round` ON `request` (`hospital_id`,`round_id`);--> statement-breakpoint
CREATE INDEX `request_by_vendor` ON `request` (`hospital_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `request_answer` (
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`item_key` text NOT NULL,
	`answer` text,
	`remark` text DEFAULT '' NOT NULL,
	`condition` text DEFAULT 'none' NOT NULL,
	`carry` text DEFAULT 'own' NOT NULL,
	`carried_from` text,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`request_id`, `item_key`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_answer_condition_known" CHECK(condition in ('none', 'paid-option', 'planned')),
	CONSTRAINT "request_answer_carry_known" CHECK(carry in ('own', 'carried', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE `request_event` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`happened_on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`contact_id` text,
	`original_file_id` text,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_event_kind_known" CHECK(kind in ('asked', 'mail-accepted', 'mail-failed', 'handed-over', 'reminded', 'opened', 'code-sent', 'verified', 'passed-on', 'question', 'reply', 'submitted', 'returned', 'accepted', 'refused', 'revoked', 'due-changed', 'spoken')),
	CONSTRAINT "request_event_channel_known" CHECK(channel in ('mail', 'web', 'phone', 'post', 'meeting', 'program'))
);
--> statement-breakpoint
CREATE INDEX `request_event_by_request` ON `request_event` (`hospital_id`,`request_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `request_file` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`item_key` text NOT NULL,
	`original_file_id` text NOT NULL,
	`side` text NOT NULL,
	`added_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_file_side_known" CHECK(side in ('hospital', 'vendor'))
);
--> statement-breakpoint
CREATE INDEX `request_file_by_request` ON `request_file` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `request_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`sections` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_link_by_request` ON `request_link` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `request_message` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`item_key` text NOT NULL,
	`side` text NOT NULL,
	`account_id` text,
	`text` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_message_side_known" CHECK(side in ('hospital', 'vendor'))
);
--> statement-breakpoint
CREATE INDEX `request_message_by_request` ON `request_message` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `request_once` (
	`hospital_id` text NOT NULL,
	`round_id` text NOT NULL,
	`subject` text NOT NULL,
	`request_id` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_once_key` ON `request_once` (`hospital_id`,`round_id`,`subject`);--> statement-breakpoint
CREATE TABLE `request_round` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`message` text NOT NULL,
	`recurrence` text NOT NULL,
	`due_on` text NOT NULL,
	`reminder_days` text NOT NULL,
	`next_on` text,
	`created_at` text NOT NULL,
	`created_by` text,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_round_kind_known" CHECK(kind in ('disclosure', 'checklist', 'role-sheet')),
	CONSTRAINT "request_round_recurrence_known" CHECK(recurrence in ('once', 'yearly'))
);
--> statement-breakpoint
CREATE INDEX `request_round_by_hospital` ON `request_round` (`hospital_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `request_submission` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`original_file_id` text NOT NULL,
	`sha256` text NOT NULL,
	`contact_id` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`submitted_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_submission_by_request` ON `request_submission` (`hospital_id`,`request_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `vendor_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`link_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`code_hash` text,
	`code_expires_at` text,
	`code_tries` integer DEFAULT 0 NOT NULL,
	`verified_at` text,
	`contact_id` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_hash`) REFERENCES `request_link`(`token_hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vendor_session_by_request` ON `vendor_session` (`hospital_id`,`request_id`);--> statement-breakpoint
ALTER TABLE `intake` ADD `member` text;--> statement-breakpoint
ALTER TABLE `intake_correction` ADD `reading_no` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `intake_reading` ADD `reading_no` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `intake_reading` ADD `recipe` text;