/**
 * A browser in a few words, from its `User-Agent` (RFC 9110 §10.1.5): every one of them also names
 * others, so the order of the rules counts.
 */
export interface BrowserName {
	/** Null: none that is known here. */
	readonly browser: string | null;
	readonly system: string | null;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/MicroMessenger\/(\d+)/, 'WeChat'],
	[/\bEdg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
	[/\b(?:OPR|Opera)\/(\d+)/, 'Opera'],
	[/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
	[/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
	[/(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
	[/Version\/(\d+)[\d.]* .*Safari\//, 'Safari'],
	[/^curl\/(\d+)/, 'curl']
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bHarmonyOS|OpenHarmony\b/, 'HarmonyOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
	[/\bLinux\b/, 'Linux']
];

export function nameBrowser(userAgent: string): BrowserName {
	const found = BROWSERS.flatMap(([pattern, name]) => {
		const version = pattern.exec(userAgent)?.[1];
		return version === undefined ? [] : [`${name} ${version}`];
	});
	const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
	return { browser: found[0] ?? null, system };
}
