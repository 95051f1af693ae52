import type { Course } from '../seed.js';
import type { Activity } from '../site.js';
import type { Texts } from '../texts.js';
import { Layout, number, Sesskey, type Frame } from './layout.js';

export interface CoursePageProps {
  readonly frame: Frame;
  readonly course: Course;
  readonly activities: readonly { activity: Activity; maximum: number | undefined }[];
  readonly mayEdit: boolean;
  readonly mayGrade: boolean;
}

export function CoursePage({ frame, course, activities, mayEdit, mayGrade }: CoursePageProps) {
  const { t } = frame;
  return (
    <Layout frame={frame} title={course.fullname}>
      <nav class="tabs">
        <a aria-current="page">{t.activities}</a>
        <a href={mayGrade ? `/grade/report/index.php?id=${course.id}` : `/grade/report/user.php?id=${course.id}`}>
          {t.grades}
        </a>
        <a href={`/user/index.php?id=${course.id}`}>{t.participants}</a>
      </nav>
      {activities.length === 0 && <p class="empty">{mayEdit ? t.noActivitiesTeacher : t.noActivities}</p>}
      <ul class="rows">
        {activities.map(({ activity, maximum }) => (
          <li>
            <span class="grow">
              <ActivityLink activity={activity} />
              <small class="soft">{maximum === undefined ? t.noGrade : t.points(number(maximum, frame.locale))}</small>
            </span>
            {mayEdit && frame.visitor && <Edit t={t} cmid={activity.cmid} sesskey={frame.visitor.sesskey} />}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <p>
          <a class="button" href={`/course/modedit.php?add=lti&course=${course.id}`}>
            {t.addActivity}
          </a>
        </p>
      )}
    </Layout>
  );
}

/** With `opener`, so that the tool in the new window can still ask the page that opened it. */
function ActivityLink({ activity }: { activity: Activity }) {
  const outside = activity.newWindow ? { target: '_blank', rel: 'opener' } : {};
  const page = activity.newWindow ? 'launch.php' : 'view.php';
  return (
    <a href={`/mod/lti/${page}?id=${activity.cmid}`} {...outside}>
      {activity.name}
    </a>
  );
}

function Edit({ t, cmid, sesskey }: { t: Texts; cmid: string; sesskey: string }) {
  return (
    <form method="post" action="/course/mod.php">
      <Sesskey value={sesskey} />
      <button class="quiet" name="duplicate" value={cmid}>
        {t.duplicate}
      </button>{' '}
      <button class="quiet stop" name="delete" value={cmid}>
        {t.remove}
      </button>
    </form>
  );
}
