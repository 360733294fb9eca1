import { create } from 'zustand';

interface Following {
  readonly refundId: string | null;
}

const useFollowing = create<Following>(() => ({ refundId: null }));

/** Shows on the receipts screen how a refund stands; null shows the receipts again. */
export function followRefund(refundId: string | null): void {
  useFollowing.setState({ refundId });
}

/** The refund whose state the receipts screen shows; null when it shows receipts. */
export function useFollowedRefund(): string | null {
  return useFollowing((following) => following.refundId);
}
