CREATE TABLE `personal_salt` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`record_id` text NOT NULL,
	`salt` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_salt_once` ON `personal_salt` (`group_id`,`record_id`);--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`kind` text NOT NULL,
	`years` integer NOT NULL,
	`basis` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_rule_kind_known" CHECK(kind in ('contact', 'account', 'mail'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_rule_once` ON `retention_rule` (`hospital_id`,`kind`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mail` (
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
	CONSTRAINT "mail_kind_known" CHECK(kind in ('request', 'reminder', 'code', 'receipt', 'returned', 'digest', 'audit-head')),
	CONSTRAINT "mail_state_known" CHECK(state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'handed-over', 'void'))
);
--> statement-breakpoint
INSERT INTO `__new_mail`("id", "hospital_id", "kind", "request_id", "contact_id", "account_id", "subject", "body", "code", "once", "state", "tries", "last_problem", "created_at", "not_before", "taken_at", "left_at", "message_id", "version") SELECT "id", "hospital_id", "kind", "request_id", "contact_id", "account_id", "subject", "body", "code", "once", "state", "tries", "last_problem", "created_at", "not_before", "taken_at", "left_at", "message_id", "version" FROM `mail`;--> statement-breakpoint
DROP TABLE `mail`;--> statement-breakpoint
ALTER TABLE `__new_mail` RENAME TO `mail`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `mail_once` ON `mail` (`hospital_id`,`once`);--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `mail_by_request` ON `mail` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `__new_mail_wording` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_wording_kind_known" CHECK(kind in ('request', 'reminder', 'code', 'receipt', 'returned', 'digest', 'audit-head'))
);
--> statement-breakpoint
INSERT INTO `__new_mail_wording`("id", "hospital_id", "kind", "subject", "body", "version") SELECT "id", "hospital_id", "kind", "subject", "body", "version" FROM `mail_wording`;--> statement-breakpoint
DROP TABLE `mail_wording`;--> statement-breakpoint
ALTER TABLE `__new_mail_wording` RENAME TO `mail_wording`;--> statement-breakpoint
CREATE UNIQUE INDEX `mail_wording_once` ON `mail_wording` (`hospital_id`,`kind`);--> statement-breakpoint
ALTER TABLE `hospital_setting` ADD `audit_head_to` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `audit` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `audit` ADD `hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
DROP TRIGGER IF EXISTS `audit_no_update`;--> statement-breakpoint
-- step: chain-old-entries
