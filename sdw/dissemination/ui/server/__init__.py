"""Everything over HTTP before the first script runs: hosts, origins, headers, addresses, answers."""
