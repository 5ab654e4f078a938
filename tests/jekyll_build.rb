# Builds a Jekyll site with the plugins that are installed, and writes down what each file of it was made from:
#
#     ruby jekyll_build.rb SOURCE DESTINATION KNOWN.json CONFIG,CONFIG
#
# Where a theme, an include or a tag is missing the rest is built all the same, as no site comes with all that it needs.
require "jekyll"
require "json"

INSTALLED = %w(jekyll-archives jekyll-feed jekyll-paginate jekyll-redirect-from jekyll-sitemap).freeze
ALWAYS_ON_GITHUB = %w(jekyll-paginate).freeze
ALLOWED_BY_GITHUB = %w(jekyll-feed jekyll-redirect-from jekyll-sitemap).freeze

module Lenient
  module Block
    def unknown_tag(*); end
  end

  module Yaml
    def safe_load_yaml(yaml)
      super
    rescue Psych::DisallowedClass
      Psych.safe_load(yaml, :permitted_classes => [Date, Time, Symbol], :aliases => true)
    end
  end

  module Include
    def render(context)
      super
    rescue IOError, ArgumentError
      ""
    end
  end

  module Renderer
    UNSEEN = /\{%-?\s*(comment|capture)\b.*?\{%-?\s*end\1\b.*?%\}/m.freeze

    def render_liquid(content, *rest)
      super
    rescue StandardError
      content.gsub(UNSEEN, "").gsub(/\{%.*?%\}|\{\{.*?\}\}/m, "")
    end
  end

  # As the reader of YAML that Jekyll itself asks for: no text becomes a symbol.
  module Scalars
    def tokenize(string)
      string.is_a?(String) && string.start_with?(":") ? string : super
    end
  end

  module Styles
    def convert(_content)
      ""
    end
  end
end
Liquid::Block.prepend(Lenient::Block)
Liquid::Document.prepend(Lenient::Block)
Jekyll::Tags::IncludeTag.prepend(Lenient::Include)
Jekyll::Renderer.prepend(Lenient::Renderer)
Psych::ScalarScanner.prepend(Lenient::Scalars)
Jekyll::Converters::Scss.prepend(Lenient::Styles)
Jekyll::Converters::Sass.prepend(Lenient::Styles)
Jekyll::Utils.singleton_class.prepend(Lenient::Yaml)
Jekyll.logger.log_level = :error

def plugins_of(asked)
  github = asked.include?("github-pages") ? ALWAYS_ON_GITHUB + ALLOWED_BY_GITHUB : []
  (INSTALLED & (asked + github)).select do |name|
    require name
  rescue LoadError
    false
  end
end

def kind_of(item)
  case item
  when Jekyll::Document then item.collection.label == "posts" ? "post" : "document"
  when Jekyll::StaticFile then "static"
  else item.class.name.split("::").last.sub(/\APage\z/, "page").downcase
  end
end

def target_of(item)
  redirect = item.data["redirect"]
  return redirect["to"].to_s if redirect.is_a?(Hash)

  # Without its plugin, it is for a layout to follow it; that of a page without a text does.
  leads = defined?(JekyllRedirectFrom) || item.content.to_s.strip.empty?
  leads ? Array(item.data["redirect_to"]).first.to_s : ""
end

# One that is no text is none.
def title_of(item)
  title = item.data["title"]
  [Hash, Array].include?(title.class) ? "" : title.to_s
end

def described(item)
  is_text = item.respond_to?(:content)
  {
    "kind" => kind_of(item),
    "url" => item.url,
    "source" => item.relative_path.to_s.delete_prefix("/"),
    "title" => is_text ? title_of(item) : "",
    "target" => is_text ? target_of(item) : "",
    "layout" => is_text ? item.data["layout"].to_s : "",
    "text" => is_text ? item.content.to_s : "",
  }
end

source, destination, known, configs = ARGV
Dir.chdir(source)
asked = Jekyll.configuration("config" => configs.split(","), "quiet" => true)
given = asked.merge(
  "destination" => destination, "theme" => nil, "plugins_dir" => "_no_plugins", "markdown" => "kramdown",
  "plugins" => plugins_of(Array(asked["plugins"]) + Array(asked["gems"])), "gems" => [],
  "disable_disk_cache" => true, "strict_front_matter" => false, "lsi" => false
)
# As files would say it: Jekyll reads the folders of its source once, here.
given["source"] = File.expand_path(asked["source"], source)
given["source"] = source unless File.directory?(given["source"])
site = Jekyll::Site.new(given)
site.process
made = {}
site.each_site_file do |item|
  next unless item.write?

  path = item.destination(site.dest).delete_prefix("#{site.dest}/")
  made[path] = described(item)
end
File.write(known, JSON.generate(made))
