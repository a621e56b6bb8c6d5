import type { RefusalCode } from "../refusal";

/** Thrown inside the XML walk to stop at something that no training file contains. */
export class XmlRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = "XmlRefusal";
    this.code = code;
  }
}
