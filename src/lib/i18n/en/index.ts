import { closeCodes } from './close-codes.ts';
import { opcodes } from './opcodes.ts';
import { violations } from './violations.ts';
import { fields } from './fields.ts';
import { anatomy } from './anatomy.ts';
import { shell } from './shell.ts';

export const en = { shell, anatomy, fields, violations, opcodes, closeCodes };
