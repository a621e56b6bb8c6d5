import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const CHOICES = {
  retry: {
    title: "Try it again?",
    text: "It goes on where it stopped: steps that succeeded are not repeated.",
    button: "Try again",
    variant: "primary",
  },
  discard: {
    title: "Put it aside for good?",
    text: "It will not run again by itself. What it should have done stays undone.",
    button: "Put aside",
    variant: "danger",
  },
} as const;

type Props = {
  /** Of the function. */
  name: string;
  how: keyof typeof CHOICES;
  isBusy: boolean;
  onClose: () => void;
  onSettle: () => void;
};

/** Asks once more, and says what it will mean. */
export function SettleDialog({ name, how, isBusy, onClose, onSettle }: Props) {
  const { title, text, button, variant } = CHOICES[how];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={variant} disabled={isBusy} onClick={onSettle}>
            {isBusy ? "One moment…" : button}
          </Button>
        </>
      }
    >
      <p className="text-sm font-medium">{name}</p>
      <p className="mt-1 text-sm text-muted">{text}</p>
    </Dialog>
  );
}
