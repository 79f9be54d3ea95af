// What the Today page does by itself. Everything else is plain HTML that the hub renders and htmx swaps in.
import { begin as beginAges } from "./ages.js";
import { begin as beginClicks } from "./clicks.js";
import { begin as beginFocus } from "./focus.js";
import { begin as beginKeys } from "./keys.js";
import { begin as beginLive } from "./live.js";
import { begin as beginNews } from "./news.js";
import { begin as beginShown } from "./shown.js";

// The others listen to what `live` announces, so it comes last.
for (const begin of [beginAges, beginFocus, beginShown, beginClicks, beginKeys, beginNews, beginLive]) begin();
