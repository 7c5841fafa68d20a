"""Reads one file with networkx, pandas or python-igraph: `peers.py LIBRARY FILE`.

Prints seconds and the growth of the peak of memory in KiB, or a word that says why not.
"""

import json
import os
import resource
import sys
import tempfile
import time


def readers_of_networkx(ending):
    import networkx
    import pandas

    def of_table(read):
        def edges(path):
            table = read(path)
            ends = [name for name in table.columns if name.lower() in ("source", "target", "from", "to")]
            return networkx.from_pandas_edgelist(table, ends[0], ends[1], True, networkx.MultiDiGraph)

        return edges

    def sheet_of_ties(path):
        with pandas.ExcelFile(path) as book:
            return book.parse(next(name for name in book.sheet_names if name.lower() == "ties"))

    def dot(path):
        import pydot

        return networkx.nx_pydot.from_pydot(pydot.graph_from_dot_file(path)[0])

    def node_link(path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        return networkx.node_link_graph(data, link="edges" if "edges" in data else "links")

    def cytoscape(path):
        with open(path, encoding="utf-8") as file:
            return networkx.cytoscape_graph(json.load(file))

    return {
        "gexf": networkx.read_gexf,
        "graphml": networkx.read_graphml,
        "gml": lambda path: networkx.read_gml(path, label=None),
        "net": networkx.read_pajek,
        "json": node_link,
        "cyjs": cytoscape,
        "dot": dot,
        "gv": dot,
        "csv": of_table(pandas.read_csv),
        "tsv": of_table(lambda path: pandas.read_csv(path, sep="\t")),
        "xlsx": of_table(sheet_of_ties),
    }.get(ending)


def readers_of_igraph(ending):
    import igraph

    return {
        "graphml": igraph.Graph.Read_GraphML,
        "gml": igraph.Graph.Read_GML,
        "net": igraph.Graph.Read_Pajek,
        "ncol": igraph.Graph.Read_Ncol,
        "lgl": igraph.Graph.Read_Lgl,
    }.get(ending)


def peak_in_kib():
    """The peak of this process alone; what getrusage says begins with that of the process that started it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def as_older_gexf(path, folder):
    """A copy in this folder under the name of GEXF 1.2, which networkx before 3 knows."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    older = os.path.join(folder, "older.gexf")
    with open(older, "w", encoding="utf-8") as copy:
        copy.write(text.replace('version="1.3"', 'version="1.2"'))
    return older


def main():
    library, path = sys.argv[1:]
    # What Entente alone writes has an ending of two parts.
    is_ours = path.endswith((".entente.json", ".nations.csv"))
    ending = "" if is_ours else path.rsplit(".", 1)[-1]
    try:
        read = {"networkx": readers_of_networkx, "igraph": readers_of_igraph}[library](ending)
    except ImportError as error:
        print(f"{error.name} isn't installed")
        return
    if read is None:
        print("–")
        return
    with tempfile.TemporaryDirectory() as folder:
        if ending == "gexf":
            path = as_older_gexf(path, folder)
        before = peak_in_kib()
        begun = time.perf_counter()
        graph = read(path)
        seconds = time.perf_counter() - begun
        assert graph is not None
        print(seconds, peak_in_kib() - before)


main()
