CREATE TABLE `checklist_response` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`respondent` text NOT NULL,
	`vendor_id` text,
	`checklist_ref` text,
	`title` text NOT NULL,
	`round` integer NOT NULL,
	`answered_on` text NOT NULL,
	`system_ids` text NOT NULL,
	`original_file_id` text,
	`intake_id` text,
	`request_id` text,
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
	FOREIGN KEY (`vendor_id`) REFERENCES `vendor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intake_id`) REFERENCES `intake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checklist_response_respondent_known" CHECK(respondent in ('vendor', 'hospital'))
);
--> statement-breakpoint
CREATE INDEX `checklist_response_newest` ON `checklist_response` (`hospital_id`,`answered_on`);--> statement-breakpoint
CREATE INDEX `checklist_response_by_vendor` ON `checklist_response` (`hospital_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `checklist_response_answer` (
	`hospital_id` text NOT NULL,
	`response_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`item_key` text,
	`no` text NOT NULL,
	`section` text NOT NULL,
	`item` text NOT NULL,
	`answer` text NOT NULL,
	`remark` text NOT NULL,
	`target_on` text,
	`target_text` text NOT NULL,
	`checked_text` text NOT NULL,
	`cell` text NOT NULL,
	`read_answer` text NOT NULL,
	`read_remark` text NOT NULL,
	`read_reason` text,
	`set_by` text,
	`set_at` text,
	`set_reason` text,
	PRIMARY KEY(`response_id`, `ordinal`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `checklist_response`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checklist_response_answer_answer_known" CHECK(answer in ('yes', 'no', 'not-applicable', 'blank', 'conflict', 'unclear'))
);
--> statement-breakpoint
CREATE TABLE `checklist_response_unread` (
	`hospital_id` text NOT NULL,
	`response_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`cell` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`response_id`, `ordinal`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `checklist_response`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checklist_response_withdrawal` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`response_id` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `checklist_response`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checklist_response_withdrawal_once` ON `checklist_response_withdrawal` (`response_id`);--> statement-breakpoint
ALTER TABLE `intake_correction` ADD `target_on` text;