/** A handshake to begin with. */
import type { HandshakeDraft } from '../draft/handshake-draft.ts';
import type {
	HandshakePresetId,
	REQUEST_PRESET_IDS,
	RequestPresetGroup,
	RESPONSE_PRESET_IDS,
	ResponsePresetGroup
} from './preset-ids.ts';

/** What a preset takes from the page: nothing is made up here. */
export interface PresetContext {
	/** Host of the page's server, with its port unless it is the scheme's own. */
	readonly host: string;
	/** Origin of the page, such as http://127.0.0.1:3000. */
	readonly origin: string;
	/** As this browser names itself. */
	readonly userAgent: string;
	/** Value of Accept-Language. */
	readonly language: string;
	/** 16 random bytes in base64, others at each call. */
	newKey(): string;
}

export interface HandshakePreset<
	Id extends HandshakePresetId = HandshakePresetId,
	Group extends string = string
> {
	readonly id: Id;
	readonly group: Group;
	/** Its bytes can be sent as they are. */
	build(context: PresetContext): HandshakeDraft;
}

/** What makes the draft of a preset. */
export type Recipe = (context: PresetContext) => HandshakeDraft;

/** One recipe for each preset of a group. */
export type RequestRecipes<Group extends RequestPresetGroup> = Readonly<
	Record<(typeof REQUEST_PRESET_IDS)[Group][number], Recipe>
>;
export type ResponseRecipes<Group extends ResponsePresetGroup> = Readonly<
	Record<(typeof RESPONSE_PRESET_IDS)[Group][number], Recipe>
>;
