/** A field over a list: type, move with the arrows, Enter chooses. React Aria keeps the focus in the field. */
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { Kbd } from '../../ui';
import styles from './palette.module.css';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: string | undefined;
  readonly section: string;
}

export interface PaletteProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly items: readonly PaletteItem[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function sections(items: readonly PaletteItem[]): [string, PaletteItem[]][] {
  const bySection = new Map<string, PaletteItem[]>();
  for (const item of items) {
    const list = bySection.get(item.section);
    if (list) list.push(item);
    else bySection.set(item.section, [item]);
  }
  return [...bySection];
}

const row = (item: PaletteItem): ReactNode => (
  <MenuItem key={item.id} id={item.id} textValue={item.label} className={styles.item ?? ''}>
    <span className={styles.label}>{item.label}</span>
    {item.detail && <span className={styles.detail}>{item.detail}</span>}
    {item.keys && <Kbd keys={item.keys} />}
  </MenuItem>
);

export const Palette = ({ label, placeholder, text, onText, items, onChoose, onClose }: PaletteProps) => (
  <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={styles.scrim ?? ''}>
    <Modal className={styles.modal ?? ''}>
      <Dialog aria-label={label} className={styles.dialog ?? ''}>
        <Autocomplete inputValue={text} onInputChange={onText}>
          <TextField aria-label={label} autoFocus className={styles.field ?? ''}>
            <Input placeholder={placeholder} className={styles.input ?? ''} />
          </TextField>
          <Menu
            aria-label={label}
            className={styles.list ?? ''}
            onAction={(id) => onChoose(String(id))}
            renderEmptyState={() => <p className={styles.empty}>Nothing by that name.</p>}
          >
            {sections(items).map(([section, rows]) => (
              <MenuSection key={section} id={section}>
                <Header className={styles.header ?? ''}>{section}</Header>
                {rows.map(row)}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
