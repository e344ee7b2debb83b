import { identityKinds, type IdentityMatch } from './identities.ts';
import { joinMarkdown, plain } from './markdown.ts';

const idNames: Readonly<Record<IdentityMatch['as'], string>> = {
  servicePrincipalId: 'service principal object ID',
  applicationId: 'application ID',
};

/** An identity of the source as Markdown. Its name comes from logs and is shown as text, cut where it is longer than a line. */
export function describeIdentity({ identity, as }: IdentityMatch): string {
  const { name, kind, servicePrincipalId, applicationId, lastSignIn } = identity;
  const other = as === 'applicationId' ? `Service principal object ID: ${servicePrincipalId}` : applicationId === '' ? undefined : `Application ID: ${applicationId}`;
  return joinMarkdown(
    `**${plain(name.length > 120 ? `${name.slice(0, 119)}…` : name)}** \\(${identityKinds[kind]} of this source\\)`,
    `This is its ${idNames[as]}\\.`,
    other && plain(other),
    lastSignIn === '' ? undefined : plain(`Last sign-in: ${lastSignIn.replace('T', ' ').replace(/\.\d*Z?$/, '')} UTC`),
  );
}
