import type { Tool } from '../site.js';
import { FrameDialog } from './add-activity-page.js';
import { Layout, Sesskey, type Frame } from './layout.js';

export interface ToolsPageProps {
  readonly frame: Frame;
  readonly tools: readonly Tool[];
  /** Labels and values to copy into a tool. */
  readonly valuesOf: (tool: Tool) => readonly (readonly [string, string])[];
  /** The address of a registration that is going on. */
  readonly registering: string | undefined;
}

export function ToolsPage({ frame, tools, valuesOf, registering }: ToolsPageProps) {
  const { t } = frame;
  return (
    <Layout frame={frame} title={t.tools} crumb={{ href: '/', label: t.courses }}>
      <p class="soft">{t.toolsExplained}</p>
      <form method="get" action="/admin/tools" class="fields card now">
        <label>
          {t.registrationLink}
          <input type="url" name="register" required placeholder="https://…" />
        </label>
        <button>{t.register}</button>
      </form>
      {tools.map((tool) => (
        <ToolCard frame={frame} tool={tool} values={valuesOf(tool)} />
      ))}
      <ByHand frame={frame} />
      {registering !== undefined && (
        <FrameDialog t={t} title={t.registering} closeUrl="/admin/tools" src={registering} />
      )}
    </Layout>
  );
}

function ToolCard({
  frame: { t, visitor },
  tool,
  values,
}: {
  frame: Frame;
  tool: Tool;
  values: readonly (readonly [string, string])[];
}) {
  const pending = tool.state === 'pending';
  return (
    <section class="card">
      <h2>
        {tool.name}{' '}
        {pending ? <span class="pill wait">◐ {t.pending}</span> : <span class="pill good">✓ {t.active}</span>}
      </h2>
      {tool.description && <p>{tool.description}</p>}
      <form method="post" action="/admin/tools" class="actions">
        <Sesskey value={visitor?.sesskey ?? ''} />
        {pending && (
          <button name="activate" value={tool.id}>
            {t.activate}
          </button>
        )}
        <button class="quiet stop" name="delete" value={tool.id}>
          {t.remove}
        </button>
      </form>
      <details>
        <summary>{t.values}</summary>
        <dl>
          {values.map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </>
          ))}
        </dl>
      </details>
    </section>
  );
}

function ByHand({ frame: { t, visitor } }: { frame: Frame }) {
  return (
    <details class="card">
      <summary>{t.byHand}</summary>
      <p class="soft">{t.byHandExplained}</p>
      <form method="post" action="/admin/tools" class="fields">
        <Sesskey value={visitor?.sesskey ?? ''} />
        <label>
          {t.toolName}
          <input name="name" required />
        </label>
        <label>
          {t.toolUrl}
          <input type="url" name="targetLinkUri" required />
        </label>
        <label>
          {t.loginUrl}
          <input type="url" name="initiateLoginUri" required />
        </label>
        <label>
          {t.redirectUris}
          <textarea name="redirectUris" required rows={2} />
        </label>
        <label>
          {t.jwksUrl}
          <input type="url" name="jwksUri" required />
        </label>
        <label>
          {t.deepLinkUrl}
          <input type="url" name="deepLinkUri" />
        </label>
        <button name="add" value="1">
          {t.save}
        </button>
      </form>
    </details>
  );
}
