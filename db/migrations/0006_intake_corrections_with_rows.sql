ALTER TABLE `intake_correction` ADD `no` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `intake_correction` ADD `question` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `intake_correction` ADD `cell` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `intake_correction` ADD `page` integer;