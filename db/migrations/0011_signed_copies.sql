CREATE TABLE `paper_signed_copy` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`original_file_id` text NOT NULL,
	`sha256` text NOT NULL,
	`relation` text NOT NULL,
	`signed_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`attached_at` text NOT NULL,
	`attached_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_id`) REFERENCES `paper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paper_signed_copy_relation_known" CHECK(relation in ('same', 'extended', 'other'))
);
--> statement-breakpoint
CREATE INDEX `paper_signed_copy_by_paper` ON `paper_signed_copy` (`hospital_id`,`paper_id`);--> statement-breakpoint
CREATE INDEX `paper_signed_copy_by_hash` ON `paper_signed_copy` (`sha256`);--> statement-breakpoint
CREATE INDEX `paper_by_hash` ON `paper` (`sha256`);