import type { PostForm } from '../launch.js';
import { Document, Layout, type Frame } from './layout.js';

/** A form the browser sends on by itself; without script there is a button. */
export function FormPage({ form, submit }: { form: PostForm; submit: string }) {
  return (
    <Document locale="en" title={form.name}>
      <form
        action={form.action}
        name={form.name}
        id={form.name}
        method="post"
        encType="application/x-www-form-urlencoded"
        data-submit
      >
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <noscript>
          <button>{submit}</button>
        </noscript>
      </form>
    </Document>
  );
}

/** Leaves the frame it is shown in for a page of ours. */
export function LeaveFramePage({ frame, href }: { frame: Frame; href: string }) {
  return (
    <Document locale={frame.locale} title={frame.siteName}>
      <main>
        <p>
          {frame.t.contentChosen}{' '}
          <a href={href} target="_parent" data-leave-frame>
            {frame.t.continueByHand}
          </a>
        </p>
      </main>
    </Document>
  );
}

export function ErrorPage({ frame, message }: { frame: Frame; message: string }) {
  return (
    <Layout frame={frame} title={frame.t.error}>
      <p class="errormessage">{message}</p>
      <p>
        <a href="/">{frame.t.errorBack}</a>
      </p>
    </Layout>
  );
}
