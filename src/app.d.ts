import type { Language } from '#lib/i18n/text.ts';

declare global {
	namespace App {
		interface Locals {
			/** Language of the path, else the one the visitor asks for. */
			language: Language;
		}
		interface PageData {
			/** The page fills the window and scrolls inside: the footer stays away where it would add to it. */
			isInstrument?: boolean;
		}
	}
}
