CREATE TABLE `role_sheet_review_system` (
	`hospital_id` text NOT NULL,
	`review_id` text NOT NULL,
	`system_id` text NOT NULL,
	PRIMARY KEY(`review_id`, `system_id`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `role_sheet_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_sheet_review_by_system` ON `role_sheet_review_system` (`system_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_role_sheet_review` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`reason` text NOT NULL,
	`asked_seq` integer NOT NULL,
	`asked_at` text NOT NULL,
	`outcome` text,
	`revision_id` text,
	`done_at` text,
	`done_by` text,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `role_sheet_revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_sheet_review_reason_known" CHECK(reason in ('new-system')),
	CONSTRAINT "role_sheet_review_outcome_known" CHECK(outcome in ('no-change', 'new-revision'))
);
--> statement-breakpoint
INSERT INTO `__new_role_sheet_review`("id", "hospital_id", "role_sheet_id", "reason", "asked_seq", "asked_at", "done_at", "done_by", "note", "version") SELECT "id", "hospital_id", "role_sheet_id", "reason", "asked_seq", "asked_at", "done_at", "done_by", "note", "version" FROM `role_sheet_review`;--> statement-breakpoint
DROP TABLE `role_sheet_review`;--> statement-breakpoint
ALTER TABLE `__new_role_sheet_review` RENAME TO `role_sheet_review`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `role_sheet_review_by_sheet` ON `role_sheet_review` (`hospital_id`,`role_sheet_id`,`done_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_sheet_review_open` ON `role_sheet_review` (`role_sheet_id`) WHERE done_at IS NULL;