CREATE TABLE `role_row_change` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`row_key` text NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_row_change_kind_known" CHECK(kind in ('added', 'written', 'left-out', 'taken-back', 'locked', 'unlocked'))
);--> statement-breakpoint
CREATE INDEX `role_row_change_by_row` ON `role_row_change` (`hospital_id`,`role_sheet_id`,`row_key`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `role_row_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`request_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`row_id` text NOT NULL,
	`proposed` text NOT NULL,
	`seen` text NOT NULL,
	`comment` text NOT NULL,
	`state` text NOT NULL,
	`contact_id` text,
	`proposed_seq` integer NOT NULL,
	`proposed_at` text NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`row_id`) REFERENCES `role_sheet_row`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `vendor_contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_row_proposal_state_known" CHECK(state in ('open', 'accepted', 'declined', 'replaced', 'withdrawn'))
);--> statement-breakpoint
CREATE INDEX `role_row_proposal_by_sheet` ON `role_row_proposal` (`hospital_id`,`role_sheet_id`,`state`);--> statement-breakpoint
CREATE INDEX `role_row_proposal_by_request` ON `role_row_proposal` (`hospital_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `role_sheet_review` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`role_sheet_id` text NOT NULL,
	`reason` text NOT NULL,
	`system_id` text,
	`asked_seq` integer NOT NULL,
	`asked_at` text NOT NULL,
	`done_at` text,
	`done_by` text,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_sheet_id`) REFERENCES `role_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_sheet_review_reason_known" CHECK(reason in ('new-system'))
);--> statement-breakpoint
CREATE INDEX `role_sheet_review_by_sheet` ON `role_sheet_review` (`hospital_id`,`role_sheet_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `system_joint` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`first_system_id` text NOT NULL,
	`second_system_id` text NOT NULL,
	`what` text NOT NULL,
	`party` text NOT NULL,
	`third_party_name` text NOT NULL,
	`emergency_party` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "system_joint_party_known" CHECK(party in ('undecided', 'hospital', 'first-vendor', 'second-vendor', 'both-vendors', 'third-party')),
	CONSTRAINT "system_joint_emergency_party_known" CHECK(emergency_party in ('undecided', 'hospital', 'first-vendor', 'second-vendor', 'both-vendors', 'third-party'))
);--> statement-breakpoint
CREATE INDEX `system_joint_by_hospital` ON `system_joint` (`hospital_id`,`archived_at`);--> statement-breakpoint
ALTER TABLE `paper_draft` ADD `role_sheets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_sheet_revision` ADD `submission_id` text REFERENCES request_submission(id);--> statement-breakpoint
ALTER TABLE `role_sheet_row` ADD `emergency_party` text DEFAULT '' NOT NULL CONSTRAINT "role_sheet_row_emergency_party_known" CHECK(emergency_party in ('', 'same', 'hospital', 'vendor', 'both', 'third-party'));--> statement-breakpoint
ALTER TABLE `role_sheet_row` ADD `end_party` text DEFAULT '' NOT NULL CONSTRAINT "role_sheet_row_end_party_known" CHECK(end_party in ('', 'same', 'hospital', 'vendor', 'both', 'third-party'));--> statement-breakpoint
ALTER TABLE `role_sheet_row` ADD `evidence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_sheet_row` ADD `left_out_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_sheet_revision_row` ADD `emergency_party` text DEFAULT '' NOT NULL CONSTRAINT "role_sheet_revision_row_emergency_party_known" CHECK(emergency_party in ('', 'same', 'hospital', 'vendor', 'both', 'third-party'));--> statement-breakpoint
ALTER TABLE `role_sheet_revision_row` ADD `end_party` text DEFAULT '' NOT NULL CONSTRAINT "role_sheet_revision_row_end_party_known" CHECK(end_party in ('', 'same', 'hospital', 'vendor', 'both', 'third-party'));--> statement-breakpoint
ALTER TABLE `role_sheet_revision_row` ADD `evidence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_sheet_revision_row` ADD `left_out_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_sheet_row` ADD `locked_at` text;
