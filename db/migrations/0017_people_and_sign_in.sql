CREATE TABLE `access_setting` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`networks` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_setting_once` ON `access_setting` (`hospital_id`);--> statement-breakpoint
CREATE TABLE `account_link` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_link_purpose_known" CHECK(purpose in ('invite', 'reset'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_link_token` ON `account_link` (`token_hash`);--> statement-breakpoint
CREATE TABLE `outside_identity` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`linked_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_identity_once` ON `outside_identity` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `outside_identity_by_account` ON `outside_identity` (`account_id`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer DEFAULT 0 NOT NULL,
	`transports` text DEFAULT '[]' NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkey_credential` ON `passkey` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkey_by_account` ON `passkey` (`account_id`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_code_once` ON `recovery_code` (`account_id`,`code_hash`);--> statement-breakpoint
CREATE TABLE `sign_in_step` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`hospital_id` text,
	`step` text NOT NULL,
	`memo` text DEFAULT '' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_in_step_step_known" CHECK(step in ('second-factor', 'set-up', 'own-password', 'passkey', 'provider'))
);
--> statement-breakpoint
CREATE INDEX `sign_in_step_by_account` ON `sign_in_step` (`account_id`);--> statement-breakpoint
CREATE TABLE `totp_seed` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`sealed_seed` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `totp_seed_once` ON `totp_seed` (`account_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_membership` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`until_day` text,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role_known" CHECK(role in ('admin', 'lead', 'procurement', 'approver', 'viewer'))
);
--> statement-breakpoint
INSERT INTO `__new_membership`("id", "hospital_id", "account_id", "role", "created_at", "until_day", "ended_at", "version") SELECT "id", "hospital_id", "account_id", CASE "role" WHEN 'editor' THEN 'lead' ELSE "role" END, "created_at", NULL, NULL, 1 FROM `membership`;--> statement-breakpoint
DROP TABLE `membership`;--> statement-breakpoint
ALTER TABLE `__new_membership` RENAME TO `membership`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `membership_once` ON `membership` (`hospital_id`,`account_id`);--> statement-breakpoint
ALTER TABLE `account` ADD `is_password_long` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `must_change_password` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `password_changed_at` text;--> statement-breakpoint
ALTER TABLE `account` ADD `factor_waived_at` text;--> statement-breakpoint
ALTER TABLE `account` ADD `failed_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `locked_until` text;--> statement-breakpoint
CREATE TABLE `__new_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`handle` text DEFAULT '' NOT NULL,
	`last_seen_at` text,
	`browser` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`factor` text DEFAULT 'none' NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_factor_known" CHECK(factor in ('none', 'totp', 'passkey', 'recovery', 'provider'))
);
--> statement-breakpoint
DROP TABLE `session`;--> statement-breakpoint
ALTER TABLE `__new_session` RENAME TO `session`;--> statement-breakpoint
CREATE INDEX `session_by_account` ON `session` (`account_id`);