import type { Activity, Tool } from '../site.js';
import { Layout, type Frame } from './layout.js';

export interface ActivityPageProps {
  readonly frame: Frame;
  readonly activity: Activity;
  readonly courseName: string;
  readonly tool: Tool;
  readonly launchUrl: string;
  readonly inWindow: boolean;
}

/** The tool inside the page, with the frame as Moodle makes it; a script follows the height the tool asks for. */
export function ActivityPage({ frame, activity, courseName, tool, launchUrl, inWindow }: ActivityPageProps) {
  const { t } = frame;
  return (
    <Layout
      frame={frame}
      title={activity.name}
      crumb={{ href: `/course/view.php?id=${activity.courseId}`, label: courseName }}
    >
      {inWindow ? (
        <p>
          <a class="button" href={`${launchUrl}&window=1`} target="_blank" rel="opener">
            {t.newWindow}
          </a>
        </p>
      ) : (
        <iframe
          id="contentframe"
          title={activity.name}
          height="600px"
          width="100%"
          src={launchUrl}
          allow={permissions(new URL(tool.targetLinkUri).origin)}
          allowFullScreen
        />
      )}
      {!inWindow && (
        <p>
          <small>
            <a href={`/mod/lti/view.php?id=${activity.cmid}&window=1`}>{t.newWindow}</a>
          </small>
        </p>
      )}
    </Layout>
  );
}

const permissions = (origin: string) =>
  ['microphone', 'camera', 'geolocation', 'midi', 'encrypted-media', 'autoplay']
    .map((name) => `${name} ${origin}`)
    .join('; ');
