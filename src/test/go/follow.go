// Reads a ledger with the packages by which Go's toolchain checks its own checksum database:
// golang.org/x/mod/sumdb/note and .../tlog. None of their code is ours.
//
//	go run follow.go VKEY FOLDER [OLDER-CHECKPOINT]
//
// Opens the signed checkpoint in FOLDER, proves a sample of its entries, the first and the last
// among them, and that it continues the older checkpoint. Exit status 1 and a reason if anything
// does not hold.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	full   = 1 << height
)

// folder reads tiles by their names in C2SP tlog-tiles: tile/L/N where Go has tile/8/L/N, and
// tile/entries/N where it has tile/8/data/N.
type folder string

func (f folder) read(tile tlog.Tile) ([]byte, error) {
	path := strings.Replace(tile.Path(), "tile/8/data/", "tile/8/entries/", 1)
	return os.ReadFile(filepath.Join(string(f), strings.Replace(path, "tile/8/", "tile/", 1)))
}

func (f folder) Height() int { return height }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		content, err := f.read(tile)
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// SaveTiles is told which tiles were found right; they are not kept.
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

// entry returns the bytes of the entry at an index of a tree of that size.
func (f folder) entry(index, size int64) ([]byte, error) {
	width := size - index/full*full
	if width > full {
		width = full
	}
	bundle, err := f.read(tlog.Tile{H: height, L: -1, N: index / full, W: int(width)})
	if err != nil {
		return nil, err
	}
	for skip := index % full; ; skip-- {
		if len(bundle) < 2 {
			return nil, errors.New("the bundle ends early")
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < end {
			return nil, errors.New("an entry ends early")
		}
		if skip == 0 {
			return bundle[2:end], nil
		}
		bundle = bundle[end:]
	}
}

// open verifies a checkpoint's signature and returns the tree that it is of.
func open(file, vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the origin is %q", origin)
	}
	// the package knows checkpoints by the origin of Go's database alone
	return tlog.ParseTree([]byte("go.sum database tree\n" + rest))
}

func sample(size int64) []int64 {
	if size <= 1000 {
		all := make([]int64, size)
		for i := range all {
			all[i] = int64(i)
		}
		return all
	}
	some := []int64{0, full - 1, full, size - 1}
	for len(some) < 24 {
		some = append(some, rand.Int63n(size))
	}
	return some
}

func follow(vkey string, f folder, older string) error {
	tree, err := open(filepath.Join(string(f), "checkpoint"), vkey)
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, f)
	indexes := sample(tree.N)
	for _, index := range indexes {
		entry, err := f.entry(index, tree.N)
		if err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		if err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
	}
	fmt.Printf("size %d, %d entries proved", tree.N, len(indexes))
	if older != "" {
		before, err := open(older, vkey)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, before.N, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
			return err
		}
		fmt.Printf(", continues %d", before.N)
	}
	fmt.Println()
	return nil
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: follow VKEY FOLDER [OLDER-CHECKPOINT]")
		os.Exit(2)
	}
	older := ""
	if len(os.Args) > 3 {
		older = os.Args[3]
	}
	if err := follow(os.Args[1], folder(os.Args[2]), older); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
