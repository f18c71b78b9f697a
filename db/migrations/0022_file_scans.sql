CREATE TABLE `file_scan` (
	`original_file_id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`result` text NOT NULL,
	`detail` text NOT NULL,
	`scanned_at` text NOT NULL,
	FOREIGN KEY (`original_file_id`) REFERENCES `original_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `hospital_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "file_scan_result_known" CHECK(result in ('clean', 'infected', 'not-scanned'))
);
