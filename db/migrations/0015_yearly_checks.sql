CREATE TABLE `house_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`question_key` text NOT NULL,
	`effective_from` text NOT NULL,
	`value` text NOT NULL,
	`happened_on` text,
	`note` text NOT NULL,
	`basis` text NOT NULL,
	`evidence` text,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `house_answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "house_answer_basis_known" CHECK(basis in ('records', 'asked', 'carried'))
);
--> statement-breakpoint
CREATE INDEX `house_answer_by_question` ON `house_answer` (`hospital_id`,`question_key`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `measure_record` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`system_id` text NOT NULL,
	`measure_key` text NOT NULL,
	`done_on` text NOT NULL,
	`what` text NOT NULL,
	`evidence` text NOT NULL,
	`is_withdrawn` integer DEFAULT 0 NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `measure_record`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measure_record_by_system` ON `measure_record` (`hospital_id`,`system_id`,`measure_key`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `own_checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`checklist_ref` text NOT NULL,
	`gate` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "own_checklist_gate_known" CHECK(gate in ('', 'yes', 'no'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_checklist_once` ON `own_checklist` (`hospital_id`,`fiscal_year`,`checklist_ref`);--> statement-breakpoint
CREATE TABLE `own_checklist_round` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`checklist_id` text NOT NULL,
	`round` integer NOT NULL,
	`response_id` text NOT NULL,
	`evidence` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checklist_id`) REFERENCES `own_checklist`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `checklist_response`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_checklist_round_by_checklist` ON `own_checklist_round` (`hospital_id`,`checklist_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `own_checklist_round_response` ON `own_checklist_round` (`response_id`);--> statement-breakpoint
CREATE TABLE `own_checklist_row` (
	`hospital_id` text NOT NULL,
	`checklist_id` text NOT NULL,
	`item_key` text NOT NULL,
	`answer` text NOT NULL,
	`remark` text NOT NULL,
	`target_on` text,
	`evidence` text,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`checklist_id`, `item_key`),
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checklist_id`) REFERENCES `own_checklist`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "own_checklist_row_answer_known" CHECK(answer in ('', 'yes', 'no'))
);
