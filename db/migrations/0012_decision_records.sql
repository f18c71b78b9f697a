CREATE TABLE `binder` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`page_count` integer NOT NULL,
	`made_on` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `binder_by_hospital` ON `binder` (`hospital_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `decision_approval` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`approver` text NOT NULL,
	`title` text NOT NULL,
	`approved_on` text NOT NULL,
	`original_file_id` text,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_approval_once` ON `decision_approval` (`decision_id`);--> statement-breakpoint
CREATE TABLE `decision_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`text` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`written_at` text NOT NULL,
	`written_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_comment_by_decision` ON `decision_comment` (`hospital_id`,`decision_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `decision_link` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`role_sheet_row_id` text,
	`contract_clause_id` text,
	`paper_draft_id` text,
	`recorded_seq` integer NOT NULL,
	`linked_at` text NOT NULL,
	`linked_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_row_id`) REFERENCES `role_sheet_row`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_clause_id`) REFERENCES `contract_clause`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_draft_id`) REFERENCES `paper_draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_link_by_decision` ON `decision_link` (`hospital_id`,`decision_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `inspection_text` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`version_no` integer NOT NULL,
	`text` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`written_at` text NOT NULL,
	`written_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_text_version` ON `inspection_text` (`decision_id`,`version_no`);--> statement-breakpoint
CREATE TABLE `promise_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`is_promised` integer NOT NULL,
	`remark` text NOT NULL,
	`contact_id` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`answered_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `request_submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promise_answer_by_decision` ON `promise_answer` (`hospital_id`,`decision_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `promise_item` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`recorded_seq` integer NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promise_item_once` ON `promise_item` (`request_id`,`decision_id`);--> statement-breakpoint
CREATE INDEX `promise_item_by_decision` ON `promise_item` (`hospital_id`,`decision_id`);--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_feed_by_account` ON `calendar_feed` (`hospital_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `stand_in` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`substitute_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`substitute_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stand_in_by_hospital` ON `stand_in` (`hospital_id`,`to_on`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_request` (
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
	CONSTRAINT "request_kind_known" CHECK(kind in ('disclosure', 'checklist', 'role-sheet', 'promise')),
	CONSTRAINT "request_state_known" CHECK(state in ('waiting', 'opened', 'submitted', 'returned', 'accepted', 'refused', 'revoked'))
);
--> statement-breakpoint
INSERT INTO `__new_request`("id", "hospital_id", "round_id", "kind", "vendor_id", "contact_id", "product_version_id", "contract_id", "system_ids", "catalogue_ref", "due_on", "state", "disclosure_id", "created_at", "created_by", "version") SELECT "id", "hospital_id", "round_id", "kind", "vendor_id", "contact_id", "product_version_id", "contract_id", "system_ids", "catalogue_ref", "due_on", "state", "disclosure_id", "created_at", "created_by", "version" FROM `request`;--> statement-breakpoint
DROP TABLE `request`;--> statement-breakpoint
ALTER TABLE `__new_request` RENAME TO `request`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `request_by_hospital` ON `request` (`hospital_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `request_by_round` ON `request` (`hospital_id`,`round_id`);--> statement-breakpoint
CREATE INDEX `request_by_vendor` ON `request` (`hospital_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `__new_request_round` (
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
	CONSTRAINT "request_round_kind_known" CHECK(kind in ('disclosure', 'checklist', 'role-sheet', 'promise')),
	CONSTRAINT "request_round_recurrence_known" CHECK(recurrence in ('once', 'yearly'))
);
--> statement-breakpoint
INSERT INTO `__new_request_round`("id", "hospital_id", "kind", "title", "message", "recurrence", "due_on", "reminder_days", "next_on", "created_at", "created_by", "ended_at", "version") SELECT "id", "hospital_id", "kind", "title", "message", "recurrence", "due_on", "reminder_days", "next_on", "created_at", "created_by", "ended_at", "version" FROM `request_round`;--> statement-breakpoint
DROP TABLE `request_round`;--> statement-breakpoint
ALTER TABLE `__new_request_round` RENAME TO `request_round`;--> statement-breakpoint
CREATE INDEX `request_round_by_hospital` ON `request_round` (`hospital_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `decision` ADD `owner_account_id` text REFERENCES account(id);--> statement-breakpoint
ALTER TABLE `decision_closing` ADD `original_file_id` text REFERENCES original_file(id);