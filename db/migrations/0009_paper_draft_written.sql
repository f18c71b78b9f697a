ALTER TABLE `paper_draft` ADD `entered` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `paper_draft` ADD `signature` text;