import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import type { ConnectErrors, ConnectForm } from './connect-form.js';

export interface ProductChoice {
  product: string;
  /** Empty for any other one. */
  name: string;
}

interface HandFormProps {
  text: Text;
  formToken: string;
  url: string;
  products: readonly ProductChoice[];
  typed: ConnectForm;
  errors: ConnectErrors;
}

/** A platform by hand: what the LMS shows, and what we can look up ourselves left open. */
export function HandForm(props: HandFormProps): VNode {
  const { text, formToken, url, typed, errors } = props;
  const more = typed.authUrl + typed.tokenUrl + typed.jwksUrl + typed.audience;
  const moreIsOpen = more !== '' || Boolean(errors.authUrl ?? errors.tokenUrl ?? errors.jwksUrl);
  return (
    <section>
      <h2>{text('platforms.connect.hand')}</h2>
      <p>{text('platforms.connect.hand.what')}</p>
      <form method="post" action={`${url}/connect`}>
        <Token value={formToken} />
        <Product {...props} />
        <TypedField {...props} name="clientId" hint={text('platforms.connect.clientId.hint')} />
        <TypedField {...props} name="deployment" />
        <TypedField {...props} name="issuer" hint={text('platforms.connect.issuer.hint')} />
        <details open={moreIsOpen}>
          <summary>{text('platforms.connect.more')}</summary>
          <p class="hint">{text('platforms.connect.more.hint')}</p>
          <TypedField {...props} name="authUrl" />
          <TypedField {...props} name="tokenUrl" />
          <TypedField {...props} name="jwksUrl" />
          <TypedField {...props} name="audience" hint={text('platforms.connect.audience.hint')} />
        </details>
        <button class="button">{text('platforms.connect.button')}</button>
      </form>
    </section>
  );
}

function Product({ text, products, typed }: HandFormProps): VNode {
  return (
    <Field id="product" label={text('platforms.connect.product')}>
      <select id="product" name="product">
        {products.map(({ product, name }) => (
          <option key={product} value={product} selected={product === typed.product}>
            {name || text('platforms.connect.other')}
          </option>
        ))}
      </select>
    </Field>
  );
}

type TypedName = Exclude<keyof ConnectForm, 'product'>;

function TypedField({ text, typed, errors, name, hint }: HandFormProps & { name: TypedName; hint?: string }): VNode {
  const wrong = name === 'deployment' || name === 'audience' ? undefined : errors[name];
  const error = wrong && text(`platforms.connect.error.${wrong}`);
  return (
    <Field id={name} label={text(`platforms.connect.${name}`)} hint={hint} error={error}>
      <input
        {...describedBy(name, { hint, error })}
        name={name}
        value={typed[name]}
        maxLength={2048}
        autocomplete="off"
      />
    </Field>
  );
}
