/** What a form shows after it was sent: nothing, or why it was not taken. */
export type FormState = { readonly message: string | null };

export const FORM_UNTOUCHED: FormState = { message: null };
