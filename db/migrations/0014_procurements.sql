CREATE TABLE `procurement` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`wanted_by` text,
	`weights` text DEFAULT '{}' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`archived_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `procurement_by_hospital` ON `procurement` (`hospital_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `procurement_candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`procurement_id` text NOT NULL,
	`product_version_id` text NOT NULL,
	`dropped_reason` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`procurement_id`) REFERENCES `procurement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `procurement_candidate_once` ON `procurement_candidate` (`procurement_id`,`product_version_id`);--> statement-breakpoint
CREATE INDEX `procurement_candidate_by_procurement` ON `procurement_candidate` (`hospital_id`,`procurement_id`);--> statement-breakpoint
CREATE TABLE `procurement_choice` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`procurement_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`reason` text NOT NULL,
	`basis` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`chosen_at` text NOT NULL,
	`chosen_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`procurement_id`) REFERENCES `procurement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `procurement_candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `procurement_choice`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `procurement_choice_by_procurement` ON `procurement_choice` (`hospital_id`,`procurement_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `procurement_choice_supersedes_once` ON `procurement_choice` (`supersedes`);