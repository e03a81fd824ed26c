package cn.zhixin.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTests {
  private static final int EXHAUSTIVE = 2_000;
  private static final int LARGE = 10_000_000;
  private static final int RANDOM_PROOFS = 20_000;

  /** The tree of RFC 6962 §2.1.3's shape over the eight inputs that CT implementations share. */
  @Test
  void hashesTheKnownTrees() throws IOException {
    String[] inputs = {
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f"
    };
    String[] roots = {
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };
    GrowingNodes nodes = new GrowingNodes();
    assertThat(new MerkleTree(nodes, 0).root().toHex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int i = 0; i < inputs.length; i++) {
      nodes.append(TreeHash.leaf(Bytes.ofHex(inputs[i])));
      assertThat(new MerkleTree(nodes, i + 1).root().toHex()).isEqualTo(roots[i]);
    }
  }

  @Test
  void everyLeafOfEverySizeUpToTwoThousandIsProved() throws Exception {
    GrowingNodes nodes = new GrowingNodes();
    Frontier frontier = new Frontier();
    List<Digest> roots = new ArrayList<>(List.of(TreeHash.EMPTY));
    List<Digest> leaves = Leaves.hashes(EXHAUSTIVE);
    for (int size = 1; size <= EXHAUSTIVE; size++) {
      nodes.append(leaves.get(size - 1));
      frontier.append(leaves.get(size - 1));
      MerkleTree tree = new MerkleTree(nodes, size);
      Digest root = tree.root();
      assertThat(frontier.root()).isEqualTo(root);
      roots.add(root);
      for (int index = 0; index < size; index++) {
        assertThat(tree.inclusionProof(index).root(leaves.get(index))).isEqualTo(root);
      }
    }
    assertThat(roots.get(EXHAUSTIVE)).isEqualTo(Leaves.root(leaves));
    assertThat(roots.get(EXHAUSTIVE - 1)).isEqualTo(Leaves.root(leaves.subList(0, EXHAUSTIVE - 1)));
    everyPairOfSizesIsConsistent(nodes, roots);
  }

  private static void everyPairOfSizesIsConsistent(NodeReader nodes, List<Digest> roots)
      throws Exception {
    for (int second = 1; second <= EXHAUSTIVE; second++) {
      MerkleTree tree = new MerkleTree(nodes, second);
      for (int first = 1; first <= second; first++) {
        ConsistencyProof proof = tree.consistencyProof(first);
        assertThat(proof.connects(roots.get(first), roots.get(second))).isTrue();
      }
    }
  }

  @Test
  void randomLeavesAndSizesUpToTenMillionAreProved() throws Exception {
    // equal leaves in blocks: all nodes of a level that lie within one kind of block are equal, so
    // that ten million leaves need no gigabytes
    NodeReader nodes = new BlockNodes();
    Random random = new Random(6962);
    for (int i = 0; i < RANDOM_PROOFS; i++) {
      long second = 1 + random.nextInt(LARGE);
      long first = 1 + random.nextLong(second);
      long index = random.nextLong(second);
      MerkleTree tree = new MerkleTree(nodes, second);
      Digest root = tree.root();
      assertThat(tree.inclusionProof(index).root(nodes.node(0, index))).isEqualTo(root);
      Digest earlier = new MerkleTree(nodes, first).root();
      assertThat(tree.consistencyProof(first).connects(earlier, root)).isTrue();
    }
  }

  @Test
  void anyChangedHashOfAProofIsFound() throws Exception {
    GrowingNodes nodes = new GrowingNodes();
    int size = 300;
    Leaves.hashes(size).forEach(nodes::append);
    MerkleTree tree = new MerkleTree(nodes, size);
    Digest root = tree.root();
    for (int index = 0; index < size; index += 7) {
      InclusionProof proof = tree.inclusionProof(index);
      for (int hash = 0; hash < proof.path().size(); hash++) {
        InclusionProof changed = new InclusionProof(index, size, changed(proof.path(), hash));
        assertThat(changed.root(Leaves.hash(index))).isNotEqualTo(root);
      }
      ConsistencyProof consistency = tree.consistencyProof(index + 1);
      Digest earlier = new MerkleTree(nodes, index + 1).root();
      for (int hash = 0; hash < consistency.path().size(); hash++) {
        ConsistencyProof changed =
            new ConsistencyProof(index + 1, size, changed(consistency.path(), hash));
        assertThat(changed.connects(earlier, root)).isFalse();
      }
    }
  }

  @Test
  void aProofOneHashTooShortOrTooLongIsMalformed() throws Exception {
    GrowingNodes nodes = new GrowingNodes();
    int size = 100;
    Leaves.hashes(size).forEach(nodes::append);
    MerkleTree tree = new MerkleTree(nodes, size);
    for (int index = 0; index < size; index++) {
      List<Digest> path = tree.inclusionProof(index).path();
      Digest leaf = Leaves.hash(index);
      InclusionProof shorter = new InclusionProof(index, size, path.subList(1, path.size()));
      assertThatThrownBy(() -> shorter.root(leaf)).isInstanceOf(MalformedProof.class);
      List<Digest> more = new ArrayList<>(path);
      more.add(leaf);
      InclusionProof longer = new InclusionProof(index, size, more);
      assertThatThrownBy(() -> longer.root(leaf))
          .isInstanceOf(MalformedProof.class)
          .hasMessage(
              "expected %d hashes for leaf %d of %d, found %d",
              path.size(), index, size, path.size() + 1);
    }
  }

  private static List<Digest> changed(List<Digest> path, int index) {
    List<Digest> changed = new ArrayList<>(path);
    byte[] bytes = changed.get(index).value().toArray();
    bytes[index % bytes.length] ^= 1;
    changed.set(index, new Digest(Bytes.wrap(bytes)));
    return changed;
  }

  /** Leaves whose content is how many trailing zeros their index, shifted by six, has. */
  private static final class BlockNodes implements NodeReader {
    private static final int BLOCK = 6;
    private final java.util.Map<List<Long>, Digest> known = new java.util.HashMap<>();

    @Override
    public Digest node(int level, long index) {
      // what the leaves below a node are depends on the block's own index only
      long kind = level >= BLOCK ? index << level - BLOCK : index >> BLOCK - level;
      List<Long> key =
          List.of((long) level, level >= BLOCK ? kind : Long.numberOfTrailingZeros(kind) * 1L);
      Digest hash = known.get(key);
      if (hash == null) {
        hash =
            level == 0
                ? Leaves.hash(Long.numberOfTrailingZeros(kind))
                : TreeHash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
        known.put(key, hash);
      }
      return hash;
    }
  }
}
