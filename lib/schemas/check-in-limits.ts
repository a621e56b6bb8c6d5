/** Characters of a check-in's note; apart from the schema, so that the form's script stays small. */
export const CHECK_IN_NOTE_LENGTH = 500;
