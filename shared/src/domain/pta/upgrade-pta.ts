interface StoredOnce {
  state: string;
  components: { companyWeight: number }[];
}

/**
 * A programme as it was stored before components said what they cover, where, when, and what a company's judgement is worth (schema version 1).
 * Nothing that was adopted changes its meaning: a share counted, no share was advice, and nothing was a gate.
 */
export function upgradePta(stored: unknown): unknown {
  const { state, components, ...rest } = stored as StoredOnce;
  return {
    ...rest,
    state: state === 'superseded' ? 'amended' : state,
    components: components.map((component) => ({
      content: '',
      subtasks: [],
      period: '',
      place: component.companyWeight > 0 ? 'both' : 'school',
      gate: false,
      companyRole: component.companyWeight > 0 ? 'counts' : 'advice',
      ...component,
    })),
  };
}
