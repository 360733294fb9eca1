import { create } from 'zustand';

interface TestSale {
  readonly underWay: boolean;
}

const useTestSales = create<TestSale>(() => ({ underWay: false }));

/** The sale on the counter is the test sale of the set-up: when it is paid, its krone is offered back. */
export function beginTestSale(): void {
  useTestSales.setState({ underWay: true });
}

/** It was given back, kept, or given up. */
export function endTestSale(): void {
  useTestSales.setState({ underWay: false });
}

export function useTestSale(): boolean {
  return useTestSales((sale) => sale.underWay);
}
