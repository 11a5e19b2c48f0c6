"""Agents that gather texts for AI, and what a robots.txt closes to them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from protego import Protego

AI_AGENTS: Mapping[str, str] = MappingProxyType(
    {
        # OpenAI: developers.openai.com/docs/bots
        "GPTBot": "OpenAI, training",
        "OAI-SearchBot": "OpenAI, search",
        "ChatGPT-User": "OpenAI, for a user",
        # Anthropic: support.claude.com/en/articles/8896518
        "ClaudeBot": "Anthropic, training",
        "Claude-SearchBot": "Anthropic, search",
        "Claude-User": "Anthropic, for a user",
        "anthropic-ai": "Anthropic, no longer in use",
        "Claude-Web": "Anthropic, no longer in use",
        # Google: developers.google.com/search/docs/crawling-indexing/google-common-crawlers
        "Google-Extended": "Google, training",
        "Google-CloudVertexBot": "Google, for its customers",
        # Common Crawl: commoncrawl.org/ccbot
        "CCBot": "Common Crawl, archive from which others train",
        # Apple: support.apple.com/en-us/119829
        "Applebot-Extended": "Apple, training",
        # Meta: developers.facebook.com/docs/sharing/webmasters/web-crawlers
        "meta-externalagent": "Meta, training",
        "meta-externalfetcher": "Meta, for a user",
        "FacebookBot": "Meta, training",
        # Amazon: developer.amazon.com/amazonbot
        "Amazonbot": "Amazon, training and answers",
        # Perplexity: docs.perplexity.ai/guides/bots
        "PerplexityBot": "Perplexity, search",
        "Perplexity-User": "Perplexity, for a user",
        # Mistral: docs.mistral.ai/robots
        "MistralAI-User": "Mistral, for a user",
        # DuckDuckGo: duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
        "DuckAssistBot": "DuckDuckGo, answers",
        # Without a page of their operators; as listed by developers.cloudflare.com/ai-crawl-control
        # and github.com/ai-robots-txt/ai.robots.txt
        "AI2Bot": "Allen Institute for AI, training",
        "Bytespider": "ByteDance, training",
        "cohere-ai": "Cohere, for a user",
        "cohere-training-data-crawler": "Cohere, training",
        "Diffbot": "Diffbot, data for others",
        "ImagesiftBot": "Hive, pictures for training",
        "img2dataset": "a program that gathers pictures for training",
        "omgili": "Webz.io, data for others",
        "PanguBot": "Huawei, training",
        "Timpibot": "Timpi, index for training",
        "YouBot": "You.com, search",
    }
)
"""By the name that they heed in robots.txt, whose they are and what for. As of 2026."""

ALL = "*"
_COMMENT = re.compile("#.*")


class ClosedTo:
    """Says to which agents of AI a robots.txt closes an address.

    >>> robots = ClosedTo("User-agent: GPTBot\\nUser-agent: ccbot\\nDisallow: /news/")
    >>> robots("https://lantern.example/news/gates"), robots("https://lantern.example/")
    (['CCBot', 'GPTBot'], [])
    """

    def __init__(self, robots: str) -> None:
        folded = _COMMENT.sub("", robots).casefold()
        named = (agent for agent in AI_AGENTS if agent.casefold() in folded)
        self.agents = [ALL, *sorted(named, key=str.casefold)]
        self.rules = Protego.parse(robots)

    def __call__(self, url: str) -> list[str]:
        """Return those that the file names and closes *url* to, and ``*`` if it is closed to all
        that it does not name."""
        return [agent for agent in self.agents if not self.rules.can_fetch(url, agent)]
