"""Writes oracles.json: networks, and the figures that networkx, igraph and R's sna give for them.

Needs: pip install networkx igraph; R with the package sna. Run: python make-oracles.py > oracles.json
Where two libraries define the same measure, both are asked and must agree. The tests read only the JSON.
"""

import itertools
import json
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import igraph
import networkx as nx

SNA = """
suppressMessages(library(sna))
a <- commandArgs(TRUE)
m <- as.matrix(read.csv(a[1], header = FALSE)); dimnames(m) <- NULL
g <- read.csv(a[2], header = FALSE, colClasses = "character")[, 1]
u <- pmax(m, t(m))
out <- function(name, x) cat(name, format(as.numeric(x), digits = 17, scientific = FALSE, trim = TRUE), sep = " ", fill = 1e6)
out("dyadic.nonnull", grecip(m, measure = "dyadic.nonnull"))
out("edgewise", grecip(m, measure = "edgewise"))
out("dyad", dyad.census(m))
out("triad", triad.census(m))
out("weak", gtrans(m, measure = "weak"))
out("indegree", centralization(m, degree, cmode = "indegree"))
out("outdegree", centralization(m, degree, cmode = "outdegree"))
out("alldegree", centralization(u, degree, mode = "graph", cmode = "freeman"))
out("betweenness", centralization(m, betweenness))
out("ubetweenness", centralization(u, betweenness, mode = "graph"))
if (is.connected(u)) out("closeness", centralization(u, closeness, mode = "graph"))
k <- which(g != "-")
if (length(k) > 2) {
  b <- brokerage(m[k, k], g[k])$raw.nli
  for (role in c("w_I", "w_O", "b_IO", "b_OI", "b_O", "t")) out(role, b[, role])
}
cat("version", as.character(packageVersion("sna")), R.version$major, R.version$minor, "\\n")
"""


def sna(names, arcs, group):
    index = {name: at for at, name in enumerate(names)}
    matrix = [[0] * len(names) for _ in names]
    for tail, head, _ in arcs:
        matrix[index[tail]][index[head]] = 1
    with tempfile.TemporaryDirectory() as folder:
        script, cells, groups = (Path(folder) / name for name in ("s.R", "m.csv", "g.csv"))
        script.write_text(SNA)
        cells.write_text("\n".join(",".join(map(str, row)) for row in matrix))
        groups.write_text("\n".join(f'"{group.get(name) or "-"}"' for name in names))
        text = subprocess.run(
            ["Rscript", str(script), str(cells), str(groups)], check=True, capture_output=True, text=True
        ).stdout
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return {line[0]: line[1:] for line in lines}


def close(left, right):
    assert math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12), (left, right)
    return left


def finite(value):
    return None if value is None or math.isnan(value) else value


def figures(names, arcs, group):
    """All figures of one network without self-loops or repeated arcs."""
    directed = nx.DiGraph()
    directed.add_nodes_from(names)
    directed.add_weighted_edges_from(arcs)
    projection = nx.Graph()
    projection.add_nodes_from(names)
    for tail, head, weight in arcs:
        before = projection[tail][head]["weight"] if projection.has_edge(tail, head) else 0
        projection.add_edge(tail, head, weight=before + weight)
    index = {name: at for at, name in enumerate(names)}
    d = igraph.Graph(n=len(names), edges=[(index[a], index[b]) for a, b, _ in arcs], directed=True)
    u = igraph.Graph(n=len(names), edges=[(index[a], index[b]) for a, b in projection.edges])
    r = sna(names, arcs, group)
    real = lambda key: finite(float(r[key][0]))

    found = {}
    found["density"] = {
        "directed": close(nx.density(directed), d.density()),
        "undirected": close(nx.density(projection), u.density()),
    }
    found["edgeReciprocity"] = close(nx.overall_reciprocity(directed), d.reciprocity())
    close(found["edgeReciprocity"], real("edgewise"))
    found["dyadReciprocity"] = close(d.reciprocity(mode="ratio"), real("dyadic.nonnull"))
    census = d.dyad_census()
    found["dyadCensus"] = {"mutual": census[0], "asymmetric": census[1], "null": census[2]}
    assert list(census) == [int(float(value)) for value in r["dyad"]]
    triads = nx.triadic_census(directed)
    order = ["003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300"]
    assert [triads[name] for name in order] == [int(float(value)) for value in r["triad"]]
    found["triadCensus"] = {name: triads[name] for name in order}

    found["degrees"] = {
        "in": d.degree(mode="in"),
        "out": d.degree(mode="out"),
        "all": u.degree(),
        "inStrength": [directed.in_degree(name, weight="weight") for name in names],
        "outStrength": [directed.out_degree(name, weight="weight") for name in names],
    }
    found["centralisation"] = {
        "in": real("indegree"),
        "out": real("outdegree"),
        "all": real("alldegree"),
        "betweenness": real("betweenness"),
        "undirectedBetweenness": real("ubetweenness"),
        "closeness": real("closeness") if "closeness" in r else None,
    }

    bet = nx.betweenness_centrality(directed, normalized=False)
    ubet = nx.betweenness_centrality(projection, normalized=False)
    found["betweenness"] = {
        "directed": [close(bet[name], d.betweenness()[index[name]]) for name in names],
        "undirected": [close(ubet[name], u.betweenness()[index[name]]) for name in names],
    }
    connected = nx.is_connected(projection)
    assert connected == ("closeness" in r)
    found["closeness"] = [close(a, b) for a, b in zip(u.closeness(), nx.closeness_centrality(projection).values())] if connected else None
    found["paths"] = {
        name: {
            "averagePathLength": finite(graph.average_path_length()),
            "diameter": finite(graph.diameter()) or None,
        }
        for name, graph in (("directed", d), ("undirected", u))
    }

    listed = lambda parts: sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part[0]))
    found["weakComponents"] = listed(nx.weakly_connected_components(directed))
    found["strongComponents"] = listed(nx.strongly_connected_components(directed))
    found["isolates"] = sorted(nx.isolates(directed))
    points = sorted(nx.articulation_points(projection))
    assert points == sorted(names[at] for at in u.articulation_points())
    found["articulationPoints"] = []
    for point in points:
        own = nx.node_connected_component(projection, point) - {point}
        parts = sorted((len(part) for part in nx.connected_components(projection.subgraph(own))), reverse=True)
        rest = projection.subgraph([name for name in names if name != point])
        found["articulationPoints"].append(
            {"id": point, "parts": parts, "componentsAfter": nx.number_connected_components(rest)}
        )
    found["bridges"] = sorted(sorted(pair) for pair in nx.bridges(projection))

    triangles = sum(nx.triangles(projection).values()) // 3
    found["clustering"] = {
        "triangles": triangles,
        "transitivity": finite(u.transitivity_undirected()),
        "averageLocalClustering": close(nx.average_clustering(projection), u.transitivity_avglocal_undirected(mode="zero")),
        "directedTransitivity": real("weak"),
        "local": [finite(value) for value in u.transitivity_local_undirected(mode="nan")],
    }
    cores = nx.core_number(projection)
    found["core"] = [cores[name] for name in names]
    assert found["core"] == u.coreness()

    members = [name for name in names if group.get(name)]
    if members:
        inside = directed.subgraph(members)
        around = projection.subgraph(members)
        for name in members:
            inside.nodes[name]["group"] = group[name]
            around.nodes[name]["group"] = group[name]
        many = nx.MultiDiGraph()
        many.add_nodes_from(inside.nodes(data=True))
        for tail, head, data in inside.edges(data=True):
            many.add_edges_from([(tail, head)] * data["weight"])
        parts = [[name for name in members if group[name] == part] for part in sorted(set(group[name] for name in members))]
        found["groups"] = {
            "assortativity": {
                "arcs": finite(nx.attribute_assortativity_coefficient(inside, "group")),
                "weighted": finite(nx.attribute_assortativity_coefficient(many, "group")),
            },
            "modularity": {
                "undirected": nx.community.modularity(around, parts),
                "directed": nx.community.modularity(inside, parts),
            },
            "mixing": [
                [a, b, count]
                for a, row in sorted(nx.attribute_mixing_dict(inside, "group").items())
                for b, count in sorted(row.items())
            ],
            "brokerage": {
                "ids": members,
                **{role: [int(float(value)) for value in r[key]] for role, key in
                   (("coordinator", "w_I"), ("itinerant", "w_O"), ("representative", "b_IO"), ("gatekeeper", "b_OI"), ("liaison", "b_O"), ("total", "t"))},
            },
        }
    # The best of many tries: what a single run of Louvain should come near to.
    found["bestModularity"] = max(
        nx.community.modularity(projection, nx.community.louvain_communities(projection, seed=seed)) for seed in range(50)
    ) if projection.number_of_edges() else None
    found["version"] = r["version"]
    return found


def random_network(seed, size, probability, groups, mutual=0.0, ungrouped=0):
    random.seed(seed)
    names = [f"n{at:02d}" for at in range(size)]
    arcs = {}
    for a, b in itertools.permutations(names, 2):
        if random.random() < probability:
            arcs[a, b] = random.randint(1, 9)
            if random.random() < mutual:
                arcs[b, a] = random.randint(1, 9)
    group = {name: f"g{random.randrange(groups)}" for name in names} if groups else {}
    for name in names[:ungrouped]:
        group.pop(name)
    return names, [(a, b, weight) for (a, b), weight in sorted(arcs.items())], group


def known(graph, group=lambda _: None, weight=lambda data: 1):
    # Ids in order of their text; each tie becomes one arc, from the first to the second id.
    names = sorted(str(node) for node in graph)
    arcs = sorted((*sorted((str(a), str(b))), weight(data)) for a, b, data in graph.edges(data=True))
    groups = {str(node): group(node) for node in graph if group(node)}
    return names, arcs, groups


def networks():
    yield "Krackhardt kite", known(nx.krackhardt_kite_graph())
    yield "Florentine families, marriage", known(nx.florentine_families_graph())
    southern = nx.davis_southern_women_graph()
    yield "Davis southern women, actors and events", known(
        southern, lambda node: "actor" if southern.nodes[node]["bipartite"] == 0 else "event"
    )
    karate = nx.karate_club_graph()
    yield "Zachary karate club", known(karate, lambda node: karate.nodes[node]["club"], lambda data: data["weight"])
    yield "random, 8 nodes, dense", random_network(1, 8, 0.5, 2)
    yield "random, 15 nodes, some without group", random_network(2, 15, 0.12, 3, 0.4, 3)
    yield "random, 30 nodes, sparse", random_network(3, 30, 0.03, 4)
    yield "random, 40 nodes, much returned", random_network(4, 40, 0.05, 5, 0.6)
    yield "random, 60 nodes", random_network(5, 60, 0.06, 6, 0.3, 5)


def main():
    written = []
    version = None
    for name, (names, arcs, group) in networks():
        found = figures(names, arcs, group)
        version = found.pop("version")
        written.append({
            "name": name,
            "nodes": [{"id": node, **({"group": group[node]} if group.get(node) else {})} for node in names],
            "edges": [{"from": a, "to": b, "weight": weight} for a, b, weight in arcs],
            "figures": found,
        })
    provenance = {
        "script": "make-oracles.py",
        "python": sys.version.split()[0],
        "networkx": nx.__version__,
        "igraph": igraph.__version__,
        "R": f"{version[1]}.{version[2]}",
        "sna": version[0],
    }
    lines = ",\n".join(json.dumps(network, allow_nan=False) for network in written)
    print(f'{{"provenance": {json.dumps(provenance)},\n"networks": [\n{lines}\n]}}')


main()
