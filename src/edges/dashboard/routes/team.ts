import { Type } from "typebox";
import { changeRole } from "../../../domain/members/change-role.ts";
import { invite, uninvite } from "../../../domain/members/invite.ts";
import { removeMember } from "../../../domain/members/remove-member.ts";
import { listInvitations, listMembers } from "../../../domain/members/sql.ts";
import { accountRoles } from "../../../domain/sessions/session.ts";
import { accountOf, actorOf, everyRole, owners } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { choice, email, idParams } from "../schemas.ts";
import { mailOf, showMember } from "../show.ts";

const role = choice(accountRoles);

/** The people of an account. */
export function teamRoutes(app: Dashboard, deps: DashboardDeps): void {
  const config = { who: owners };

  app.get("/team", { config: { who: everyRole } }, async (request) => {
    const { id } = accountOf(request);
    const members = await listMembers(deps.db, id);
    const invitations = await listInvitations(deps.db, id, deps.clock.now());
    return ok({
      members: members.map((member) => ({
        ...showMember(member),
        you: member.id === request.signed.memberId,
      })),
      invitations: invitations.map((invitation) => ({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        created_at: invitation.createdAt.toISOString(),
        expires_at: invitation.expiresAt.toISOString(),
      })),
    });
  });

  app.post(
    "/team/invitations",
    { config, schema: { body: Type.Object({ email, role }) } },
    async (request) => {
      const input = { ...request.body, account: accountOf(request), actor: actorOf(request) };
      return ok({ ...(await invite(deps, input)), mail: mailOf(deps.settings) });
    },
  );

  app.delete("/team/invitations/:id", { config, schema: { params: idParams } }, async (request) => {
    const { id } = request.params;
    await uninvite(deps, { accountId: accountOf(request).id, id, actor: actorOf(request) });
    return ok({});
  });

  app.patch(
    "/team/:id",
    { config, schema: { params: idParams, body: Type.Object({ role }) } },
    async (request) => {
      const input = { accountId: accountOf(request).id, memberId: request.params.id, ...request.body };
      await changeRole(deps, { ...input, actor: actorOf(request) });
      return ok({});
    },
  );

  app.delete("/team/:id", { config, schema: { params: idParams } }, async (request) => {
    const input = { accountId: accountOf(request).id, memberId: request.params.id };
    await removeMember(deps, { ...input, actor: actorOf(request) });
    return ok({});
  });
}
