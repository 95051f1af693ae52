import type { Course, Enrolment, Person } from '../seed.js';
import { fullName, Layout, type Frame } from './layout.js';

export interface ParticipantsPageProps {
  readonly frame: Frame;
  readonly course: Course;
  readonly participants: readonly { person: Person; enrolment: Enrolment }[];
  /** Student numbers are for staff. */
  readonly showNumbers: boolean;
}

export function ParticipantsPage({ frame, course, participants, showNumbers }: ParticipantsPageProps) {
  const { t } = frame;
  return (
    <Layout
      frame={frame}
      title={t.participants}
      crumb={{ href: `/course/view.php?id=${course.id}`, label: course.fullname }}
    >
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              {showNumbers && <th scope="col">{t.studentNumber}</th>}
              <th scope="col">{t.role}</th>
            </tr>
          </thead>
          <tbody>
            {participants.map(({ person, enrolment }) => (
              <tr>
                <th scope="row">{fullName(person)}</th>
                {showNumbers && <td>{person.idnumber || '–'}</td>}
                <td>
                  {t.roles[enrolment.role]} {enrolment.suspended && <span class="pill">○ {t.suspended}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Layout>
  );
}
