/** The strict policy has no eval, which zod would otherwise use: imported before any schema is made. */
import { z } from 'zod';

z.config({ jitless: true });
