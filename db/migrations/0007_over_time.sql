CREATE TABLE `incident_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`incident_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`happened_on` text NOT NULL,
	`ended_on` text,
	`system_id` text,
	`contract_id` text,
	`note` text NOT NULL,
	`is_withdrawn` integer DEFAULT 0 NOT NULL,
	`reason` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `incident_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incident_entry_kind_known" CHECK(kind in ('outage', 'intrusion', 'malware', 'leak', 'loss', 'mistake', 'other'))
);
--> statement-breakpoint
CREATE INDEX `incident_entry_by_hospital` ON `incident_entry` (`hospital_id`,`happened_on`);--> statement-breakpoint
CREATE INDEX `incident_entry_by_incident` ON `incident_entry` (`hospital_id`,`incident_id`,`recorded_seq`);--> statement-breakpoint
CREATE TABLE `two_factor_state` (
	`id` text PRIMARY KEY NOT NULL,
	`hospital_id` text NOT NULL,
	`system_id` text NOT NULL,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`route` text NOT NULL,
	`preconditions` text DEFAULT '[]' NOT NULL,
	`planned_on` text,
	`obstacle` text NOT NULL,
	`cost_estimate` integer,
	`cost_actual` integer,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`effective_from` text NOT NULL,
	`recorded_seq` integer NOT NULL,
	`supersedes` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`hospital_id`) REFERENCES `hospital`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes`) REFERENCES `two_factor_state`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "two_factor_state_place_known" CHECK(place in ('client', 'server')),
	CONSTRAINT "two_factor_state_state_known" CHECK(state in ('ready', 'planned', 'not-possible', 'not-applicable')),
	CONSTRAINT "two_factor_state_route_known" CHECK(route in ('', 'application', 'os', 'jump-host')),
	CONSTRAINT "two_factor_state_obstacle_known" CHECK(obstacle in ('', 'system', 'budget', 'other'))
);
--> statement-breakpoint
CREATE INDEX `two_factor_state_by_system` ON `two_factor_state` (`hospital_id`,`system_id`,`place`);--> statement-breakpoint
CREATE INDEX `role_sheet_revision_as_of` ON `role_sheet_revision` (`role_sheet_id`,`effective_from`,`recorded_seq`);--> statement-breakpoint
CREATE INDEX `role_sheet_revision_by_superseded` ON `role_sheet_revision` (`supersedes`);