import styles from './date-field.module.css';

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day of the calendar (YYYY-MM-DD), with its label. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className={styles.date}>
      <span>{label}</span>
      <input
        type="date"
        required
        value={value}
        onChange={(event) => {
          if (event.target.value !== '') onChange(event.target.value);
        }}
      />
    </label>
  );
}
