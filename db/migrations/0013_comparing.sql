CREATE TABLE `hospital_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`beds` integer,
	`owner_type` text NOT NULL,
	`sites` integer,
	`staff` text NOT NULL,
	`gmis_class` text NOT NULL,
	`reason` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `hospital_profile`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hospital_profile_owner_type_known" CHECK(owner_type in ('', 'national', 'public', 'social-insurance', 'public-interest', 'medical-corporation', 'school', 'social-welfare', 'company', 'other-corporation', 'individual')),
	CONSTRAINT "hospital_profile_staff_known" CHECK(staff in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `hospital_profile_by_hospital` ON `hospital_profile` (`hospital_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `hospital_profile_supersedes_once` ON `hospital_profile` (`supersedes`);--> statement-breakpoint
CREATE TABLE `verdict_override` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`product_version_id` text NOT NULL,
	`form` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`guideline` text NOT NULL,
	`requirement` text NOT NULL,
	`verdict` text,
	`reason` text NOT NULL,
	`basis` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_version_id`) REFERENCES `product_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disclosure_id`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `verdict_override`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdict_override_form_known" CHECK(form in ('MDS', 'SDS', 'in-house-product', 'in-house-service')),
	CONSTRAINT "verdict_override_verdict_known" CHECK(verdict in ('not-applicable', 'met', 'partial', 'not-mapped', 'unanswered', 'unmet'))
);
--> statement-breakpoint
CREATE INDEX `verdict_override_series` ON `verdict_override` (`hospital_id`,`product_version_id`,`form`,`guideline`,`requirement`);--> statement-breakpoint
CREATE UNIQUE INDEX `verdict_override_supersedes_once` ON `verdict_override` (`supersedes`);