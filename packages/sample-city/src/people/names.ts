import type { PersonName } from '../city.ts';
import { hashText, mix } from '../random/hash.ts';

const forenames = {
  F: 'Aisha Amelia Anwen Beatrix Carys Chidera Delphine Edie Farah Freya Grace Hana Imani Iris Jamila Kasia Leila Maya Nadia Orla Priya Rosa Saskia Tamsin Uma Verity Willa Yasmin Zofia Zara'.split(
    ' ',
  ),
  M: 'Adeel Alfie Barnaby Bilal Callum Dawid Emeka Felix Gethin Hamza Idris Jakub Kofi Leo Malik Noah Omar Piotr Quentin Rafi Samir Theo Umar Victor Wilfred Xavier Yusuf Zane Arjun Jerome'.split(
    ' ',
  ),
};

const beginnings =
  'Alder Bram Cobble Dun Elver Farrow Gable Heather Inkle Juniper Kettle Larch Merri Nettle Otter Pebble Quarry Russet Sedge Thistle Umber Vesper Willow Yarrow'.split(
    ' ',
  );
const endings = 'by combe croft dale fold garth hurst ling mere more shaw stead ton wick worth yard'.split(
  ' ',
);

/** An invented name that depends on a person's number alone. */
export function inventName(number: string, seed: number, sex?: 'F' | 'M'): PersonName {
  const first = hashText(number, seed);
  const second = mix(first ^ 0x9e3779b9);
  const list = forenames[sex ?? (first % 3 === 0 ? 'M' : 'F')];
  return {
    forename: list[second % list.length]!,
    surname: `${beginnings[(first >>> 8) % beginnings.length]}${endings[(second >>> 8) % endings.length]}`,
  };
}
