CREATE TABLE `procurement_contract` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`choice_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`choice_id`) REFERENCES `procurement_choice`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `procurement_contract_once` ON `procurement_contract` (`contract_id`);--> statement-breakpoint
CREATE INDEX `procurement_contract_by_choice` ON `procurement_contract` (`hospital_id`,`choice_id`);