package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * That a tree continues an earlier one, of which it changed and removed nothing (RFC 6962 §2.1.2).
 *
 * @param first leaves of the earlier tree
 * @param second leaves of the later tree
 * @param path empty if the earlier tree is empty or as large as the later one
 */
public record ConsistencyProof(long first, long second, List<Digest> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Whether it leads to both roots (RFC 9162 §2.1.4.2).
   *
   * @throws MalformedProof if the sizes are the wrong way round, if the first is 0 (every tree
   *     continues the empty one: there is nothing to prove), or if the path has no length that fits
   */
  public boolean connects(Digest firstRoot, Digest secondRoot) throws MalformedProof {
    if (first < 1 || first > second) {
      throw new MalformedProof("a first size of 1 to " + second, Long.toString(first));
    }
    if (first == second) {
      requireEmpty();
      return firstRoot.equals(secondRoot);
    }
    return connectsByPath(firstRoot, secondRoot);
  }

  private boolean connectsByPath(Digest firstRoot, Digest secondRoot) throws MalformedProof {
    // an earlier tree that is one complete subtree is itself the first hash of the path
    List<Digest> hashes = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) {
      hashes.add(0, firstRoot);
    }
    if (hashes.isEmpty()) {
      throw tooShort();
    }
    long position = first - 1;
    long last = second - 1;
    int complete = Long.numberOfTrailingZeros(~position);
    position >>>= complete;
    last >>>= complete;
    Digest earlier = hashes.get(0);
    Digest later = hashes.get(0);
    for (Digest hash : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        throw new MalformedProof("fewer hashes from " + first + " to " + second, found());
      }
      if ((position & 1) == 1 || position == last) {
        earlier = TreeHash.node(hash, earlier);
        later = TreeHash.node(hash, later);
        while ((position & 1) == 0 && position != 0) {
          position >>>= 1;
          last >>>= 1;
        }
      } else {
        later = TreeHash.node(later, hash);
      }
      position >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw tooShort();
    }
    return earlier.equals(firstRoot) && later.equals(secondRoot);
  }

  private void requireEmpty() throws MalformedProof {
    if (!path.isEmpty()) {
      throw new MalformedProof("no hash from " + first + " to " + second, found());
    }
  }

  private MalformedProof tooShort() {
    return new MalformedProof("more hashes from " + first + " to " + second, found());
  }

  private String found() {
    return Integer.toString(path.size());
  }
}
