import { z } from "zod";

// In a browser zod would try `new Function` once, which the content security policy forbids.
if (typeof window !== "undefined") z.config({ jitless: true });

export { z };
