CREATE TABLE `annex_template_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`basis` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "annex_template_draft_state_known" CHECK(state in ('open', 'published', 'discarded'))
);
--> statement-breakpoint
CREATE INDEX `annex_template_draft_by_hospital` ON `annex_template_draft` (`hospital_id`,`state`);--> statement-breakpoint
CREATE TABLE `annex_template_version` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`template_id` text NOT NULL,
	`ref` text NOT NULL,
	`basis` text NOT NULL,
	`body` text NOT NULL,
	`body_sha256` text NOT NULL,
	`note` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `annex_template_version_once` ON `annex_template_version` (`hospital_id`,`ref`);--> statement-breakpoint
ALTER TABLE `paper_snapshot` ADD `document` text;