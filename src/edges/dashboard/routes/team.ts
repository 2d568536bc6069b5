import { Type } from "typebox";
import { changeRole, type LostAccess } from "../../../domain/members/change-role.ts";
import { invite, uninvite } from "../../../domain/members/invite.ts";
import { removeMember } from "../../../domain/members/remove-member.ts";
import { listInvitations } from "../../../domain/members/invitations/queries.ts";
import { listMembers } from "../../../domain/members/queries.ts";
import { accountRoles } from "../../../domain/sessions/session.ts";
import { accountOf, actorOf, everyRole, owners, possibleProofOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, email, idParams, possibleProof } from "../schemas.ts";
import { mailOf, showMember, showRevokedKey } from "../show.ts";
import { answer, done } from "../answers/shapes.ts";
import { invited, lostAccess, team, type LostAccess as ShownLostAccess } from "../answers/team.ts";

const role = choice(accountRoles);

/** The people of an account. */
export function teamRoutes(app: Routes, deps: DashboardDeps): void {
  const config = { who: owners };

  app.get("/team", { config: { who: everyRole }, schema: { response: answer(team) } }, async (request) => {
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
        created_by: invitation.createdBy,
        expires_at: invitation.expiresAt.toISOString(),
      })),
    });
  });

  app.post(
    "/team/invitations",
    { config, schema: { body: Type.Object({ email, role, ...possibleProof }), response: answer(invited) } },
    async (request) => {
      const { email: address, role: wanted } = request.body;
      const proof = possibleProofOf(request, request.body);
      const by = { proof, account: accountOf(request), actor: actorOf(request) };
      const input = { email: address, role: wanted, ...by };
      return ok({ ...(await invite(deps, input)), mail: mailOf(deps.settings) });
    },
  );

  app.delete(
    "/team/invitations/:id",
    { config, schema: { params: idParams, response: done } },
    async (request) => {
      const { id } = request.params;
      await uninvite(deps, { accountId: accountOf(request).id, id, actor: actorOf(request) });
      return ok({});
    },
  );

  app.patch(
    "/team/:id",
    {
      config,
      schema: {
        params: idParams,
        body: Type.Object({ role, keep_keys: Type.Optional(Type.Boolean()), ...possibleProof }),
        response: answer(lostAccess),
      },
    },
    async (request) => {
      const { keep_keys: keepKeys = false, role: wanted } = request.body;
      const input = { accountId: accountOf(request).id, memberId: request.params.id, role: wanted };
      const proof = possibleProofOf(request, request.body);
      return ok(showLost(await changeRole(deps, { ...input, proof, keepKeys, actor: actorOf(request) })));
    },
  );

  app.delete(
    "/team/:id",
    {
      config,
      schema: {
        params: idParams,
        querystring: Type.Object({ keep_keys: Type.Optional(choice(["true"])) }),
        response: answer(lostAccess),
      },
    },
    async (request) => {
      const keepKeys = request.query.keep_keys !== undefined;
      const input = { accountId: accountOf(request).id, memberId: request.params.id, keepKeys };
      return ok(showLost(await removeMember(deps, { ...input, actor: actorOf(request) })));
    },
  );
}

const showLost = ({ invitations, keys }: LostAccess): ShownLostAccess => ({
  revoked_invitations: invitations,
  revoked_keys: keys.map(showRevokedKey),
});
