import { route } from "@react-router/dev/routes";

export default [route("team", "routes/team.ts"), route("assets/:file", "routes/assets.ts")];
